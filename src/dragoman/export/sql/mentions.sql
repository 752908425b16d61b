with $common
select t.mention as mention_id, t.event as event_id, t.report as report_id, t.label as report_label, t.publisher, t.published,
    t.title, t.url, m.status, s.name as source, m.trigger as trigger_word, json_extract_string(t.evidence, '$[0].text') as sentence,
    t.sentence_start, json_extract(t.evidence, '$[0].end')::bigint as sentence_end, m.date, m.date_basis, m.place, m.frame,
    m.confidence
from tellings t join mentions m on t.mention = m.id left join people s on m.source = s.id
order by t.event, t.nth
