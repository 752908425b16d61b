with $common, sectors as (
    select unnest(map_entries(map {'GOV': 'Government', 'MIL': 'Military', 'LEG': 'Legislative / Parliamentary',
        'OPP': 'Opposition Major Party', 'JUD': 'Judicial', 'COP': 'Police', 'IGO': 'International Government Organization',
        'NGO': 'Nongovernmental Organization (International)', 'REB': 'Rebel', 'MED': 'Media', 'CVL': 'General Population / Civilian / Social',
        'BUS': 'Business', 'REF': 'Refugees / Displaced'}), recursive := true)
), icews_intensity as (
    select unnest(map_entries(map {'016': -5.0, '124': -4.0, '1246': -4.0, '163': -8.0, '164': -6.5, '166': -7.0}), recursive := true)
)
select
    md5_number_lower(concat_ws('|', p.id, x.one, x.two)) % 2147483647 as "Event ID",
    p.day as "Event Date",
    x.one_name as "Source Name",
    a.value as "Source Sectors",
    n.name as "Source Country",
    k.name as "Event Text",
    p.code as "CAMEO Code",
    coalesce(i.value, k.goldstein) as "Intensity",
    x.two_name as "Target Name",
    b.value as "Target Sectors",
    o.name as "Target Country",
    md5_number_lower(t.report) % 2147483647 as "Story ID",
    s.sentence as "Sentence Number",
    t.publisher as "Publisher",
    if(t.precision in ('city', 'point'), p.place, null) as "City",
    null as "District",
    if(t.precision = 'province', p.place, null) as "Province",
    l.name as "Country",
    p.lat as "Latitude",
    p.lon as "Longitude"
from picked p join pairs x on x.event = p.id
left join first_told t on t.event = p.id left join sentence_numbers s on s.mention = t.mention
left join cameo_codes k on p.code = k.code left join icews_intensity i on i.key = p.code
left join sectors a on a.key = x.one_sector left join sectors b on b.key = x.two_sector
left join states n on x.one_country = n.iso3 left join states o on x.two_country = o.iso3
left join states l on p.country = l.iso3
where p.code is not null
order by "Event Date", p.id, x.pair
