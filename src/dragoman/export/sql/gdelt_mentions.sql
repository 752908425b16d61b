with $common
select
    md5_number_lower(concat_ws('|', p.id, x.one, x.two)) % 9007199254740992 as GLOBALEVENTID,
    strftime(try_cast(p.day as date), '%Y%m%d') || '000000' as EventTimeDate,
    strftime(try_cast(t.published as date), '%Y%m%d') || '000000' as MentionTimeDate,
    if(t.url is null, 2, 1) as MentionType,
    t.publisher as MentionSourceName,
    coalesce(t.url, t.label) as MentionIdentifier,
    n.sentence as SentenceID,
    coalesce(list_filter(from_json(t.arguments, '[{"actor":"VARCHAR","span":{"start":"BIGINT"}}]'),
        lambda a: a.actor = x.one)[1].span.start, -1) as Actor1CharOffset,
    coalesce(list_filter(from_json(t.arguments, '[{"actor":"VARCHAR","span":{"start":"BIGINT"}}]'),
        lambda a: a.actor = x.two)[1].span.start, -1) as Actor2CharOffset,
    t.trigger_start as ActionCharOffset,
    1 as InRawText,
    greatest(10, least(100, (round(m.confidence * 10) * 10)::int)) as Confidence,
    t.letters as MentionDocLen,
    null as MentionDocTone,
    null as MentionDocTranslationInfo,
    null as Extras
from picked p join pairs x on x.event = p.id join tellings t on t.event = p.id
join mentions m on m.id = t.mention
left join sentence_numbers n on n.mention = t.mention
where p.code is not null
order by EventTimeDate, p.id, x.pair, MentionTimeDate, t.mention
