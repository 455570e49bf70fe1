-- What comparisons told, once and for good: the mean of a group in a month and whose figures are in it. What is told of a later month depends on
-- it, so that nothing follows from two of them beside one another. Nobody but the counting itself reads whose they are.
create table monitoring.compared_months (month date primary key, told_at timestamptz not null);
create table monitoring.compared (
    month date not null references monitoring.compared_months,
    figure varchar not null,
    group_id varchar not null,
    members varchar[] not null,
    mean double precision not null,
    primary key (month, figure, group_id)
);
grant select, insert on monitoring.compared_months, monitoring.compared to webcare_feed;
