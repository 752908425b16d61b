with $common, told_in as (select distinct report from tellings)
select q.id as quote_id, q.report as report_id, q.speaker as speaker_id, s.name as speaker, q.addressee as addressee_id,
    a.name as addressee, q.cue, q.direct, q.basis, q.text as words, q.start as quote_start, q."end" as quote_end
from quotes q semi join told_in r on q.report = r.report
left join people s on q.speaker = s.id left join people a on q.addressee = a.id order by q.report, q.start, q.id
