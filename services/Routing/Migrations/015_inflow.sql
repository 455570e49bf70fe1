-- Once a minute the counts of the last hours are read for all municipalities.
create index hourly_counts_hour on routing.hourly_counts (hour);
