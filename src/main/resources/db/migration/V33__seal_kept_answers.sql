-- Answers are kept for a day only: those that were kept in the clear go at once.
delete from kept_answer;

alter table kept_answer
    alter column headers type text;
