-- The trace of the request that a message or an event came of, as the header traceparent says it: what is sent later belongs
-- to it. Null is what was written by an older version, or by nobody's request.
alter table message add column traceparent text;
alter table announcement add column traceparent text;
