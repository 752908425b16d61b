with $common, coded as (
    select x.*, p.*, k.name as code_name, k.quad as code_quad, k.goldstein as code_goldstein, t.precision, t.url,
        n.name as land, n.fips,
        nullif(x.one_sector, 'UNK') as one_role, nullif(x.two_sector, 'UNK') as two_role,
        case when p.place is null and p.country is null then 0
            when t.precision in ('country', 'region') or (p.place is null and p.country is not null) then 1
            when t.precision = 'province' then if(p.country = 'USA', 2, 5)
            else if(p.country = 'USA', 3, 4) end as geo_type,
        try_cast(p.day as date) as dated
    from picked p join pairs x on x.event = p.id
    left join cameo_codes k on p.code = k.code
    left join first_told t on t.event = p.id
    left join states n on p.country = n.iso3
    where p.code is not null
)
select
    md5_number_lower(concat_ws('|', id, one, two)) % 9007199254740992 as GLOBALEVENTID,
    strftime(dated, '%Y%m%d') as SQLDATE,
    strftime(dated, '%Y%m') as MonthYear,
    strftime(dated, '%Y') as Year,
    printf('%.4f', year(dated) + (month(dated) * 30 + day(dated)) / 365.0) as FractionDate,
    nullif(concat(one_country, if(one_kind = 'country', null, one_role)), '') as Actor1Code,
    upper(one_name) as Actor1Name,
    one_country as Actor1CountryCode,
    null as Actor1KnownGroupCode,
    null as Actor1EthnicCode,
    null as Actor1Religion1Code,
    null as Actor1Religion2Code,
    if(one_kind = 'country', null, one_role) as Actor1Type1Code,
    null as Actor1Type2Code,
    null as Actor1Type3Code,
    nullif(concat(two_country, if(two_kind = 'country', null, two_role)), '') as Actor2Code,
    upper(two_name) as Actor2Name,
    two_country as Actor2CountryCode,
    null as Actor2KnownGroupCode,
    null as Actor2EthnicCode,
    null as Actor2Religion1Code,
    null as Actor2Religion2Code,
    if(two_kind = 'country', null, two_role) as Actor2Type1Code,
    null as Actor2Type2Code,
    null as Actor2Type3Code,
    if(salience = 'main', 1, 0) as IsRootEvent,
    code as EventCode,
    left(code, 3) as EventBaseCode,
    left(code, 2) as EventRootCode,
    code_quad as QuadClass,
    code_goldstein as GoldsteinScale,
    len(mentions) as NumMentions,
    len(publishers) as NumSources,
    len(articles) as NumArticles,
    null as AvgTone,
    0 as Actor1Geo_Type,
    null as Actor1Geo_FullName,
    null as Actor1Geo_CountryCode,
    null as Actor1Geo_ADM1Code,
    null as Actor1Geo_ADM2Code,
    null as Actor1Geo_Lat,
    null as Actor1Geo_Long,
    null as Actor1Geo_FeatureID,
    0 as Actor2Geo_Type,
    null as Actor2Geo_FullName,
    null as Actor2Geo_CountryCode,
    null as Actor2Geo_ADM1Code,
    null as Actor2Geo_ADM2Code,
    null as Actor2Geo_Lat,
    null as Actor2Geo_Long,
    null as Actor2Geo_FeatureID,
    geo_type as ActionGeo_Type,
    nullif(concat_ws(', ', nullif(place, land), land), '') as ActionGeo_FullName,
    fips as ActionGeo_CountryCode,
    fips as ActionGeo_ADM1Code,
    null as ActionGeo_ADM2Code,
    lat as ActionGeo_Lat,
    lon as ActionGeo_Long,
    if(geo_type = 1, fips, null) as ActionGeo_FeatureID,
    strftime(coalesce(try_cast(first_report as date), dated), '%Y%m%d') || '000000' as DATEADDED,
    url as SOURCEURL
from coded
order by SQLDATE, id, pair
