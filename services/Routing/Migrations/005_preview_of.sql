-- Which message the preview shows: when the resident changes it or takes it back, the preview follows.
alter table routing.conversations add column preview_of uuid;
