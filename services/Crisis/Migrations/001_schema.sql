create schema if not exists crisis;
grant usage on schema crisis to webcare_app, webcare_feed, webcare_timer;
