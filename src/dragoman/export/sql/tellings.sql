with $common
select t.report, t.mention, t.sentence_start, r.text from tellings t join reports r on t.report = r.id $where
