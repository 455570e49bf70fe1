-- What only serves to drop duplicates goes by age.
create index received_old on routing.received (received_on);
