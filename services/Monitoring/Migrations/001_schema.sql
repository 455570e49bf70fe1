create schema if not exists monitoring;
grant usage on schema monitoring to webcare_app, webcare_feed, webcare_timer;
