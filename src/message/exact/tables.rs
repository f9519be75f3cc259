//! What X's own counting knows: written by `tests/text/tables.mjs`, which reads it
//! out of the npm package twitter-text 3.1.0. Not to be edited by hand.

/// Top-level domains, a space after each.
#[rustfmt::skip]
pub const DOMAINS: &str = "\
    \u{d55c}\u{ad6d} \u{c0bc}\u{c131} \u{b2f7}\u{cef4} \u{b2f7}\u{b137} \u{9999}\u{6e2f} \
    \u{9999}\u{683c}\u{91cc}\u{62c9} \u{9910}\u{5385} \u{98df}\u{54c1} \u{98de}\u{5229}\u{6d66} \
    \u{96fb}\u{8a0a}\u{76c8}\u{79d1} \u{96c6}\u{56e2} \u{901a}\u{8ca9} \u{8d2d}\u{7269} \
    \u{8c37}\u{6b4c} \u{8bfa}\u{57fa}\u{4e9a} \u{8054}\u{901a} \u{7f51}\u{7edc} \u{7f51}\u{7ad9} \
    \u{7f51}\u{5e97} \u{7f51}\u{5740} \u{7ec4}\u{7ec7}\u{673a}\u{6784} \u{79fb}\u{52a8} \
    \u{73e0}\u{5b9d} \u{70b9}\u{770b} \u{6fb3}\u{9580} \u{6e38}\u{620f} \u{6de1}\u{9a6c}\u{9521} \
    \u{673a}\u{6784} \u{66f8}\u{7c4d} \u{65f6}\u{5c1a} \u{65b0}\u{95fb} \u{65b0}\u{52a0}\u{5761} \
    \u{653f}\u{5e9c} \u{653f}\u{52a1} \u{62db}\u{8058} \u{624b}\u{8868} \u{624b}\u{673a} \
    \u{6211}\u{7231}\u{4f60} \u{6148}\u{5584} \u{5fae}\u{535a} \u{5e7f}\u{4e1c} \u{5de5}\u{884c} \
    \u{5bb6}\u{96fb} \u{5a31}\u{4e50} \u{5929}\u{4e3b}\u{6559} \u{5927}\u{62ff} \
    \u{5927}\u{4f17}\u{6c7d}\u{8f66} \u{5728}\u{7ebf} \u{5609}\u{91cc}\u{5927}\u{9152}\u{5e97} \
    \u{5609}\u{91cc} \u{5546}\u{6807} \u{5546}\u{5e97} \u{5546}\u{57ce} \u{53f0}\u{7063} \
    \u{53f0}\u{6e7e} \u{516c}\u{76ca} \u{516c}\u{53f8} \u{516b}\u{5366} \u{5065}\u{5eb7} \
    \u{4fe1}\u{606f} \u{4f5b}\u{5c71} \u{4f01}\u{4e1a} \u{4e2d}\u{6587}\u{7f51} \u{4e2d}\u{570b} \
    \u{4e2d}\u{56fd} \u{4e2d}\u{4fe1} \u{4e16}\u{754c} \u{30dd}\u{30a4}\u{30f3}\u{30c8} \
    \u{30d5}\u{30a1}\u{30c3}\u{30b7}\u{30e7}\u{30f3} \u{30bb}\u{30fc}\u{30eb} \u{30b9}\u{30c8}\u{30a2} \
    \u{30b3}\u{30e0} \u{30b0}\u{30fc}\u{30b0}\u{30eb} \u{30af}\u{30e9}\u{30a6}\u{30c9} \
    \u{307f}\u{3093}\u{306a} \u{10d2}\u{10d4} \u{ea5}\u{eb2}\u{ea7} \u{e44}\u{e17}\u{e22} \
    \u{e04}\u{e2d}\u{e21} \u{dbd}\u{d82}\u{d9a}\u{dcf} \u{d2d}\u{d3e}\u{d30}\u{d24}\u{d02} \
    \u{cad}\u{cbe}\u{cb0}\u{ca4} \u{c2d}\u{c3e}\u{c30}\u{c24}\u{c4d} \
    \u{b9a}\u{bbf}\u{b99}\u{bcd}\u{b95}\u{baa}\u{bcd}\u{baa}\u{bc2}\u{bb0}\u{bcd} \
    \u{b87}\u{bb2}\u{b99}\u{bcd}\u{b95}\u{bc8} \u{b87}\u{ba8}\u{bcd}\u{ba4}\u{bbf}\u{baf}\u{bbe} \
    \u{b2d}\u{b3e}\u{b30}\u{b24} \u{aad}\u{abe}\u{ab0}\u{aa4} \u{a2d}\u{a3e}\u{a30}\u{a24} \
    \u{9ad}\u{9be}\u{9f0}\u{9a4} \u{9ad}\u{9be}\u{9b0}\u{9a4} \u{9ac}\u{9be}\u{982}\u{9b2}\u{9be} \
    \u{938}\u{902}\u{917}\u{920}\u{928} \u{92d}\u{93e}\u{930}\u{94b}\u{924} \
    \u{92d}\u{93e}\u{930}\u{924}\u{92e}\u{94d} \u{92d}\u{93e}\u{930}\u{924} \u{928}\u{947}\u{91f} \
    \u{915}\u{949}\u{92e} \u{680}\u{627}\u{631}\u{62a} \
    \u{67e}\u{627}\u{6a9}\u{633}\u{62a}\u{627}\u{646} \u{647}\u{645}\u{631}\u{627}\u{647} \
    \u{645}\u{648}\u{642}\u{639} \u{645}\u{648}\u{631}\u{64a}\u{62a}\u{627}\u{646}\u{64a}\u{627} \
    \u{645}\u{648}\u{628}\u{627}\u{64a}\u{644}\u{64a} \u{645}\u{644}\u{64a}\u{633}\u{64a}\u{627} \
    \u{645}\u{635}\u{631} \u{643}\u{648}\u{645} \u{643}\u{627}\u{62b}\u{648}\u{644}\u{64a}\u{643} \
    \u{642}\u{637}\u{631} \u{641}\u{644}\u{633}\u{637}\u{64a}\u{646} \u{639}\u{645}\u{627}\u{646} \
    \u{639}\u{631}\u{628} \u{639}\u{631}\u{627}\u{642} \u{634}\u{628}\u{643}\u{629} \
    \u{633}\u{648}\u{631}\u{64a}\u{629} \u{633}\u{648}\u{62f}\u{627}\u{646} \
    \u{62a}\u{648}\u{646}\u{633} \u{628}\u{6be}\u{627}\u{631}\u{62a} \u{628}\u{64a}\u{62a}\u{643} \
    \u{628}\u{627}\u{632}\u{627}\u{631} \u{628}\u{627}\u{631}\u{62a} \
    \u{627}\u{6cc}\u{631}\u{627}\u{646} \u{627}\u{645}\u{627}\u{631}\u{627}\u{62a} \
    \u{627}\u{644}\u{645}\u{63a}\u{631}\u{628} \u{627}\u{644}\u{639}\u{644}\u{64a}\u{627}\u{646} \
    \u{627}\u{644}\u{633}\u{639}\u{648}\u{62f}\u{64a}\u{629} \
    \u{627}\u{644}\u{62c}\u{632}\u{627}\u{626}\u{631} \u{627}\u{644}\u{628}\u{62d}\u{631}\u{64a}\u{646} \
    \u{627}\u{644}\u{627}\u{631}\u{62f}\u{646} \u{627}\u{631}\u{627}\u{645}\u{643}\u{648} \
    \u{627}\u{62a}\u{635}\u{627}\u{644}\u{627}\u{62a} \u{627}\u{628}\u{648}\u{638}\u{628}\u{64a} \
    \u{5e7}\u{5d5}\u{5dd} \u{570}\u{561}\u{575} \u{49b}\u{430}\u{437} \u{443}\u{43a}\u{440} \
    \u{441}\u{440}\u{431} \u{441}\u{430}\u{439}\u{442} \u{440}\u{444} \u{440}\u{443}\u{441} \
    \u{43e}\u{440}\u{433} \u{43e}\u{43d}\u{43b}\u{430}\u{439}\u{43d} \
    \u{43c}\u{43e}\u{441}\u{43a}\u{432}\u{430} \u{43c}\u{43e}\u{43d} \u{43c}\u{43a}\u{434} \
    \u{43a}\u{43e}\u{43c} \u{43a}\u{430}\u{442}\u{43e}\u{43b}\u{438}\u{43a} \u{435}\u{44e} \
    \u{434}\u{435}\u{442}\u{438} \u{431}\u{435}\u{43b} \u{431}\u{433} \u{3b5}\u{3c5} \u{3b5}\u{3bb} zw \
    zuerich zone zm zippo zip zero zara zappos za yun yt youtube you yokohama yoga yodobashi ye yandex \
    yamaxun yahoo yachts xyz xxx xperia xin xihuan xfinity xerox xbox wtf wtc ws wow world works work \
    woodside wolterskluwer wme winners wine windows win williamhill wiki wien whoswho wf weir weibo \
    wedding wed website weber webcam weatherchannel weather watches watch warman wanggou wang walter \
    walmart wales vuelos vu voyage voto voting vote volvo volkswagen vodka vn vlaanderen vivo viva \
    vistaprint vista vision visa virgin vip vin villas viking vig video viajes vi vg vet versicherung \
    verm\u{f6}gensberatung verm\u{f6}gensberater verisign ventures vegas ve vc vanguard vana vacations \
    va uz uy us ups uol uno university unicom um uk ug uconnect ubs ubank ua tz tw tvs tv tushu tunes \
    tui tube tt trv trust travelersinsurance travelers travelchannel travel training trading trade tr \
    tp toys toyota town tours total toshiba toray top tools tokyo today to tn tmall tm tl tkmaxx tk tjx \
    tjmaxx tj tirol tires tips tiffany tienda tickets tiaa theatre theater thd th tg tf teva tennis \
    temasek telefonica telecity tel technology tech team tdk td tci tc taxi tax tattoo tatar tatamotors \
    target taobao talk taipei tab sz systems symantec sydney sy sx swiss swiftcover swatch sv suzuki \
    surgery surf support supply supplies sucks su style study studio stream store storage stockholm \
    stcgroup stc statoil statefarm statebank starhub star staples stada st ss srt srl sr spreadbetting \
    spot sport spiegel space soy sony song solutions solar sohu software softbank social soccer so sncf \
    sn smile smart sm sling sl skype sky skin ski sk sj site singles sina silk si shriram showtime show \
    shouji shopping shop shoes shiksha shia shell shaw sharp shangrila sh sg sfr sexy sex sew seven ses \
    services sener select seek security secure seat search se sd scot scor scjohnson science schwarz \
    schule school scholarships schmidt schaeffler scb sca sc sbs sbi sb saxo save sas sarl sapo sap \
    sanofi sandvikcoromant sandvik samsung samsclub salon sale sakura safety safe saarland sa ryukyu \
    rwe rw run ruhr rugby ru rsvp rs room rogers rodeo rocks rocher ro rmit rip rio ril rightathome \
    ricoh richardli rich rexroth reviews review restaurant rest republican report repair rentals rent \
    ren reliance reit reisen reise rehab redumbrella redstone red recipes realty realtor realestate \
    read re raid radio racing qvc quest quebec qpon qa py pwc pw pub pt ps prudential pru protection \
    property properties promo progressive prof productions prod pro prime press praxi pramerica pr post \
    porn politie poker pohl pnc pn pm plus plumbing playstation play place pl pk pizza pioneer pink \
    ping pin pid pictures pictet pics piaget physio photos photography photo phone philips phd pharmacy \
    ph pg pfizer pf pet pe pccw pay passagens party parts partners pars paris panerai panasonic \
    pamperedchef page pa ovh ott otsuka osaka origins orientexpress organic org orange oracle open ooo \
    onyourside online onl onion ong one omega om ollo oldnavy olayangroup olayan okinawa office off \
    observer obi nz nyc nu ntt nrw nra nr np nowtv nowruz now norton northwesternmutual nokia no nl \
    nissay nissan ninja nikon nike nico ni nhk ngo ng nfl nf nexus nextdirect next news newholland new \
    neustar network netflix netbank net nec ne nc nba navy natura nationwide name nagoya nadex nab na \
    mz my mx mw mv mutuelle mutual museum mu mtr mtpc mtn mt msd ms mr mq mp movistar movie mov \
    motorcycles moto moscow mortgage mormon mopar montblanc monster money monash mom moi moe moda \
    mobily mobile mobi mo mn mma mm mls mlb ml mk mitsubishi mit mint mini mil microsoft miami mh mg mf \
    metlife merckmsd meo menu men memorial meme melbourne meet media med me md mckinsey mcdonalds mcd \
    mc mba mattel maserati marshalls marriott markets marketing market map mango management man makeup \
    maison maif madrid macys ma ly lv luxury luxe lupin lundbeck lu ltda ltd lt ls lr lplfinancial lpl \
    love lotto lotte london lol loft locus locker loans loan llp llc lk lixil living live lipsy link \
    linde lincoln limo limited lilly like lighting lifestyle lifeinsurance life lidl liaison li lgbt \
    lexus lego legal lefrak leclerc lease lds lc lb lawyer law latrobe latino lat lasalle lanxess \
    landrover land lancome lancia lancaster lamer lamborghini ladbrokes lacaixa la kz kyoto ky kw \
    kuokgroup kred krd kr kpn kpmg kp kosher komatsu koeln kn km kiwi kitchen kindle kinder kim kia ki \
    kh kg kfh kerryproperties kerrylogistics kerryhotels ke kddi kaufen juniper juegos jprs jpmorgan jp \
    joy jot joburg jobs jo jnj jmp jm jll jlc jio jewelry jetzt jeep je jcp jcb java jaguar iwc iveco \
    itv itau it istanbul ist ismaili iselect is irish ir iq ipiranga io investments intuit \
    international intel int insure insurance institute ink ing info infiniti industries inc in \
    immobilien immo imdb imamat im il ikano iinet ifm ieee ie id icu ice icbc ibm hyundai hyatt hughes \
    hu htc ht hsbc hr how house hotmail hotels hoteles hot hosting host hospital horse honeywell honda \
    homesense homes homegoods homedepot holiday holdings hockey hn hm hkt hk hiv hitachi hisamitsu \
    hiphop hgtv hermes here helsinki help healthcare health hdfcbank hdfc hbo haus hangout hamburg hair \
    gy gw guru guitars guide guge gucci guardian gu gt gs group grocery gripe green gratis graphics \
    grainger gr gq gp gov got gop google goog goodyear goodhands goo golf goldpoint gold godaddy gn gmx \
    gmo gmbh gmail gm globo global gle glass glade gl giving gives gifts gift gi gh ggee gg gf george \
    genting gent gea ge gdn gd gbiz gb gay garden gap games game gallup gallo gallery gal ga fyi futbol \
    furniture fund fun fujixerox fujitsu ftr frontier frontdoor frogans frl fresenius free fr fox \
    foundation forum forsale forex ford football foodnetwork food foo fo fm fly flsmidth flowers \
    florist flir flights flickr fk fj fitness fit fishing fish firmdale firestone fire financial \
    finance final film fido fidelity fiat fi ferrero ferrari feedback fedex fast fashion farmers farm \
    fans fan family faith fairwinds fail fage extraspace express exposed expert exchange everbank \
    events eus eurovision eu etisalat et esurance estate esq es erni ericsson er equipment epson epost \
    enterprises engineering engineer energy emerck email eh eg ee education edu edeka eco ec eat earth \
    dz dvr dvag durban dupont duns dunlop duck dubai dtv drive download dot doosan domains doha dog \
    dodge doctor docs do dnp dm dk dj diy dish discover discount directory direct digital diet diamonds \
    dhl dev design desi dentist dental democrat delta deloitte dell delivery degree deals dealer deal \
    de dds dclk day datsun dating date data dance dad dabur cz cyou cymru cy cx cw cv cuisinella cu csc \
    cruises cruise crs crown cricket creditunion creditcard credit cr cpa courses coupons coupon \
    country corsica coop cool cookingchannel cooking contractors contact consulting construction condos \
    comsec computer compare company community commbank comcast com cologne college coffee codes coach \
    co cn cm clubmed club cloud clothing clinique clinic click cleaning claims cl ck cityeats city \
    citic citi citadel cisco circle cipriani ci church chrysler chrome christmas chloe chintai cheap \
    chat chase charity channel chanel ch cg cfd cfa cf cern ceo center ceb cd cc cbs cbre cbn cba \
    catholic catering cat casino cash caseih case casa cartier cars careers career care cards caravan \
    car capitalone capital capetown canon cancerresearch camp camera cam calvinklein call cal cafe cab \
    ca bzh bz by bw bv buzz buy business builders build bugatti budapest bt bs brussels brother broker \
    broadway bridgestone bradesco br bq box boutique bot boston bostik bosch boots booking book boo \
    bond bom bofa boehringer boats bo bnpparibas bnl bn bmw bms bm blue bloomberg blog blockbuster \
    blanco blackfriday black bl bj biz bio bingo bing bike bid bible bi bharti bh bg bf bet bestbuy \
    best berlin bentley beer beauty beats be bd bcn bcg bbva bbt bbc bb bayern bauhaus basketball \
    baseball bargains barefoot barclays barclaycard barcelona bar bank band bananarepublic banamex \
    baidu baby ba azure az axa ax aws aw avianca autos auto author auspost audio audible audi auction \
    au attorney athleta at associates asia asda as arte art arpa army archi aramco arab ar aquarelle aq \
    apple app apartments aol ao anz anquan android analytics an amsterdam amica amfam amex \
    americanfamily americanexpress am alstom alsace ally allstate allfinanz alipay alibaba alfaromeo al \
    akdn airtel airforce airbus aigo aig ai agency agakhan ag africa afl afamilycompany af aetna aero \
    aeg ae adult ads adac ad actor active aco accountants accountant accenture academy ac abudhabi \
    abogado able abc abbvie abbott abb abarth aarp aaa ";

/// Letters besides a to z that a domain without a scheme may have.
#[rustfmt::skip]
pub const ACCENTED: &[(char, char)] = &[
    ('\u{c0}', '\u{d6}'), ('\u{d8}', '\u{f6}'), ('\u{f8}', '\u{24f}'), ('\u{253}', '\u{254}'),
    ('\u{256}', '\u{257}'), ('\u{259}', '\u{259}'), ('\u{25b}', '\u{25b}'), ('\u{260}', '\u{260}'),
    ('\u{263}', '\u{263}'), ('\u{268}', '\u{269}'), ('\u{26f}', '\u{26f}'), ('\u{272}', '\u{272}'),
    ('\u{275}', '\u{275}'), ('\u{280}', '\u{280}'), ('\u{283}', '\u{283}'), ('\u{288}', '\u{28c}'),
    ('\u{292}', '\u{292}'), ('\u{2bb}', '\u{2bb}'), ('\u{300}', '\u{36f}'), ('\u{399}', '\u{399}'),
    ('\u{3b9}', '\u{3b9}'), ('\u{1e00}', '\u{1eff}'), ('\u{1fbe}', '\u{1fbe}'),
    ('\u{2c65}', '\u{2c66}'), ('\u{2c7e}', '\u{2c7f}'), ('\u{a7dc}', '\u{a7dc}'),
];

/// What may stand in the path of an address, besides ASCII.
#[rustfmt::skip]
pub const PATH: &[(char, char)] = &[
    ('\u{c0}', '\u{d6}'), ('\u{d8}', '\u{f6}'), ('\u{f8}', '\u{24f}'), ('\u{253}', '\u{254}'),
    ('\u{256}', '\u{257}'), ('\u{259}', '\u{259}'), ('\u{25b}', '\u{25b}'), ('\u{260}', '\u{260}'),
    ('\u{263}', '\u{263}'), ('\u{268}', '\u{269}'), ('\u{26f}', '\u{26f}'), ('\u{272}', '\u{272}'),
    ('\u{275}', '\u{275}'), ('\u{280}', '\u{280}'), ('\u{283}', '\u{283}'), ('\u{288}', '\u{28c}'),
    ('\u{292}', '\u{292}'), ('\u{2bb}', '\u{2bb}'), ('\u{300}', '\u{36f}'), ('\u{399}', '\u{399}'),
    ('\u{3b9}', '\u{3b9}'), ('\u{400}', '\u{4ff}'), ('\u{1c80}', '\u{1c87}'), ('\u{1e00}', '\u{1eff}'),
    ('\u{1fbe}', '\u{1fbe}'), ('\u{2013}', '\u{2013}'), ('\u{2c65}', '\u{2c66}'),
    ('\u{2c7e}', '\u{2c7f}'), ('\u{a7dc}', '\u{a7dc}'),
];

/// What a man or a woman is joined to: the job. Those below U+10000 need U+FE0F.
#[rustfmt::skip]
pub const JOBS: &[(char, char)] = &[
    ('\u{2695}', '\u{2696}'), ('\u{2708}', '\u{2708}'), ('\u{1f33e}', '\u{1f33e}'),
    ('\u{1f373}', '\u{1f373}'), ('\u{1f393}', '\u{1f393}'), ('\u{1f3a4}', '\u{1f3a4}'),
    ('\u{1f3a8}', '\u{1f3a8}'), ('\u{1f3eb}', '\u{1f3eb}'), ('\u{1f3ed}', '\u{1f3ed}'),
    ('\u{1f4bb}', '\u{1f4bc}'), ('\u{1f527}', '\u{1f527}'), ('\u{1f52c}', '\u{1f52c}'),
    ('\u{1f680}', '\u{1f680}'), ('\u{1f692}', '\u{1f692}'), ('\u{1f9b0}', '\u{1f9b3}'),
];

/// May be joined to a gender, only with a skin tone or U+FE0F before it.
#[rustfmt::skip]
pub const GENDERED: &[(char, char)] = &[
    ('\u{26f9}', '\u{26f9}'), ('\u{1f3cb}', '\u{1f3cc}'), ('\u{1f574}', '\u{1f575}'),
];

/// May be joined to a gender.
#[rustfmt::skip]
pub const PERSONS: &[(char, char)] = &[
    ('\u{1f3c3}', '\u{1f3c4}'), ('\u{1f3ca}', '\u{1f3ca}'), ('\u{1f46e}', '\u{1f46e}'),
    ('\u{1f471}', '\u{1f471}'), ('\u{1f473}', '\u{1f473}'), ('\u{1f477}', '\u{1f477}'),
    ('\u{1f481}', '\u{1f482}'), ('\u{1f486}', '\u{1f487}'), ('\u{1f645}', '\u{1f647}'),
    ('\u{1f64b}', '\u{1f64b}'), ('\u{1f64d}', '\u{1f64e}'), ('\u{1f6a3}', '\u{1f6a3}'),
    ('\u{1f6b4}', '\u{1f6b6}'), ('\u{1f926}', '\u{1f926}'), ('\u{1f935}', '\u{1f935}'),
    ('\u{1f937}', '\u{1f939}'), ('\u{1f93d}', '\u{1f93e}'), ('\u{1f9b8}', '\u{1f9b9}'),
    ('\u{1f9d6}', '\u{1f9dd}'),
];

/// Joined emoji that follow no rule, a space after each.
#[rustfmt::skip]
pub const SEQUENCES: &str = "\
    \u{1f468}\u{200d}\u{2764}\u{fe0f}\u{200d}\u{1f48b}\u{200d}\u{1f468} \
    \u{1f468}\u{200d}\u{1f468}\u{200d}\u{1f466}\u{200d}\u{1f466} \
    \u{1f468}\u{200d}\u{1f468}\u{200d}\u{1f467}\u{200d}\u{1f466} \
    \u{1f468}\u{200d}\u{1f468}\u{200d}\u{1f467}\u{200d}\u{1f467} \
    \u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f466}\u{200d}\u{1f466} \
    \u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}\u{200d}\u{1f466} \
    \u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}\u{200d}\u{1f467} \
    \u{1f469}\u{200d}\u{2764}\u{fe0f}\u{200d}\u{1f48b}\u{200d}\u{1f468} \
    \u{1f469}\u{200d}\u{2764}\u{fe0f}\u{200d}\u{1f48b}\u{200d}\u{1f469} \
    \u{1f469}\u{200d}\u{1f469}\u{200d}\u{1f466}\u{200d}\u{1f466} \
    \u{1f469}\u{200d}\u{1f469}\u{200d}\u{1f467}\u{200d}\u{1f466} \
    \u{1f469}\u{200d}\u{1f469}\u{200d}\u{1f467}\u{200d}\u{1f467} \
    \u{1f468}\u{200d}\u{2764}\u{fe0f}\u{200d}\u{1f468} \u{1f468}\u{200d}\u{1f466}\u{200d}\u{1f466} \
    \u{1f468}\u{200d}\u{1f467}\u{200d}\u{1f466} \u{1f468}\u{200d}\u{1f467}\u{200d}\u{1f467} \
    \u{1f468}\u{200d}\u{1f468}\u{200d}\u{1f466} \u{1f468}\u{200d}\u{1f468}\u{200d}\u{1f467} \
    \u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f466} \u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467} \
    \u{1f469}\u{200d}\u{2764}\u{fe0f}\u{200d}\u{1f468} \
    \u{1f469}\u{200d}\u{2764}\u{fe0f}\u{200d}\u{1f469} \u{1f469}\u{200d}\u{1f466}\u{200d}\u{1f466} \
    \u{1f469}\u{200d}\u{1f467}\u{200d}\u{1f466} \u{1f469}\u{200d}\u{1f467}\u{200d}\u{1f467} \
    \u{1f469}\u{200d}\u{1f469}\u{200d}\u{1f466} \u{1f469}\u{200d}\u{1f469}\u{200d}\u{1f467} \
    \u{1f3f3}\u{fe0f}\u{200d}\u{1f308} \u{1f3f4}\u{200d}\u{2620}\u{fe0f} \u{1f441}\u{200d}\u{1f5e8} \
    \u{1f468}\u{200d}\u{1f466} \u{1f468}\u{200d}\u{1f467} \u{1f469}\u{200d}\u{1f466} \
    \u{1f469}\u{200d}\u{1f467} \u{1f46f}\u{200d}\u{2640}\u{fe0f} \u{1f46f}\u{200d}\u{2642}\u{fe0f} \
    \u{1f93c}\u{200d}\u{2640}\u{fe0f} \u{1f93c}\u{200d}\u{2642}\u{fe0f} \
    \u{1f9de}\u{200d}\u{2640}\u{fe0f} \u{1f9de}\u{200d}\u{2642}\u{fe0f} \
    \u{1f9df}\u{200d}\u{2640}\u{fe0f} \u{1f9df}\u{200d}\u{2642}\u{fe0f} \
    \u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} \
    \u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f} \
    \u{1f3f4}\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f} ";

/// Emoji only before U+FE0F.
#[rustfmt::skip]
pub const SIGNS: &[(char, char)] = &[
    ('\u{a9}', '\u{a9}'), ('\u{ae}', '\u{ae}'), ('\u{2122}', '\u{2122}'), ('\u{265f}', '\u{265f}'),
];

/// Emoji unless U+FE0E follows.
#[rustfmt::skip]
pub const EITHER: &[(char, char)] = &[
    ('\u{203c}', '\u{203c}'), ('\u{2049}', '\u{2049}'), ('\u{2139}', '\u{2139}'),
    ('\u{2194}', '\u{2199}'), ('\u{21a9}', '\u{21aa}'), ('\u{231a}', '\u{231b}'),
    ('\u{2328}', '\u{2328}'), ('\u{23cf}', '\u{23cf}'), ('\u{23ed}', '\u{23ef}'),
    ('\u{23f1}', '\u{23f2}'), ('\u{23f8}', '\u{23fa}'), ('\u{24c2}', '\u{24c2}'),
    ('\u{25aa}', '\u{25ab}'), ('\u{25b6}', '\u{25b6}'), ('\u{25c0}', '\u{25c0}'),
    ('\u{25fb}', '\u{25fe}'), ('\u{2600}', '\u{2604}'), ('\u{260e}', '\u{260e}'),
    ('\u{2611}', '\u{2611}'), ('\u{2614}', '\u{2615}'), ('\u{2618}', '\u{2618}'),
    ('\u{2620}', '\u{2620}'), ('\u{2622}', '\u{2623}'), ('\u{2626}', '\u{2626}'),
    ('\u{262a}', '\u{262a}'), ('\u{262e}', '\u{262f}'), ('\u{2638}', '\u{263a}'),
    ('\u{2640}', '\u{2640}'), ('\u{2642}', '\u{2642}'), ('\u{2648}', '\u{2653}'),
    ('\u{2660}', '\u{2660}'), ('\u{2663}', '\u{2663}'), ('\u{2665}', '\u{2666}'),
    ('\u{2668}', '\u{2668}'), ('\u{267b}', '\u{267b}'), ('\u{267f}', '\u{267f}'),
    ('\u{2692}', '\u{2697}'), ('\u{2699}', '\u{2699}'), ('\u{269b}', '\u{269c}'),
    ('\u{26a0}', '\u{26a1}'), ('\u{26aa}', '\u{26ab}'), ('\u{26b0}', '\u{26b1}'),
    ('\u{26bd}', '\u{26be}'), ('\u{26c4}', '\u{26c5}'), ('\u{26c8}', '\u{26c8}'),
    ('\u{26cf}', '\u{26cf}'), ('\u{26d1}', '\u{26d1}'), ('\u{26d3}', '\u{26d4}'),
    ('\u{26e9}', '\u{26ea}'), ('\u{26f0}', '\u{26f5}'), ('\u{26f8}', '\u{26f8}'),
    ('\u{26fa}', '\u{26fa}'), ('\u{26fd}', '\u{26fd}'), ('\u{2702}', '\u{2702}'),
    ('\u{2708}', '\u{2709}'), ('\u{270f}', '\u{270f}'), ('\u{2712}', '\u{2712}'),
    ('\u{2714}', '\u{2714}'), ('\u{2716}', '\u{2716}'), ('\u{271d}', '\u{271d}'),
    ('\u{2721}', '\u{2721}'), ('\u{2733}', '\u{2734}'), ('\u{2744}', '\u{2744}'),
    ('\u{2747}', '\u{2747}'), ('\u{2757}', '\u{2757}'), ('\u{2763}', '\u{2764}'),
    ('\u{27a1}', '\u{27a1}'), ('\u{2934}', '\u{2935}'), ('\u{2b05}', '\u{2b07}'),
    ('\u{2b1b}', '\u{2b1c}'), ('\u{2b50}', '\u{2b50}'), ('\u{2b55}', '\u{2b55}'),
    ('\u{3030}', '\u{3030}'), ('\u{303d}', '\u{303d}'), ('\u{3297}', '\u{3297}'),
    ('\u{3299}', '\u{3299}'), ('\u{1f004}', '\u{1f004}'), ('\u{1f170}', '\u{1f171}'),
    ('\u{1f17e}', '\u{1f17f}'), ('\u{1f202}', '\u{1f202}'), ('\u{1f21a}', '\u{1f21a}'),
    ('\u{1f22f}', '\u{1f22f}'), ('\u{1f237}', '\u{1f237}'), ('\u{1f321}', '\u{1f321}'),
    ('\u{1f324}', '\u{1f32c}'), ('\u{1f336}', '\u{1f336}'), ('\u{1f37d}', '\u{1f37d}'),
    ('\u{1f396}', '\u{1f397}'), ('\u{1f399}', '\u{1f39b}'), ('\u{1f39e}', '\u{1f39f}'),
    ('\u{1f3cd}', '\u{1f3ce}'), ('\u{1f3d4}', '\u{1f3df}'), ('\u{1f3f3}', '\u{1f3f3}'),
    ('\u{1f3f5}', '\u{1f3f5}'), ('\u{1f3f7}', '\u{1f3f7}'), ('\u{1f43f}', '\u{1f43f}'),
    ('\u{1f441}', '\u{1f441}'), ('\u{1f4fd}', '\u{1f4fd}'), ('\u{1f549}', '\u{1f54a}'),
    ('\u{1f56f}', '\u{1f570}'), ('\u{1f573}', '\u{1f573}'), ('\u{1f576}', '\u{1f579}'),
    ('\u{1f587}', '\u{1f587}'), ('\u{1f58a}', '\u{1f58d}'), ('\u{1f5a5}', '\u{1f5a5}'),
    ('\u{1f5a8}', '\u{1f5a8}'), ('\u{1f5b1}', '\u{1f5b2}'), ('\u{1f5bc}', '\u{1f5bc}'),
    ('\u{1f5c2}', '\u{1f5c4}'), ('\u{1f5d1}', '\u{1f5d3}'), ('\u{1f5dc}', '\u{1f5de}'),
    ('\u{1f5e1}', '\u{1f5e1}'), ('\u{1f5e3}', '\u{1f5e3}'), ('\u{1f5e8}', '\u{1f5e8}'),
    ('\u{1f5ef}', '\u{1f5ef}'), ('\u{1f5f3}', '\u{1f5f3}'), ('\u{1f5fa}', '\u{1f5fa}'),
    ('\u{1f6cb}', '\u{1f6cb}'), ('\u{1f6cd}', '\u{1f6cf}'), ('\u{1f6e0}', '\u{1f6e5}'),
    ('\u{1f6e9}', '\u{1f6e9}'), ('\u{1f6f0}', '\u{1f6f0}'), ('\u{1f6f3}', '\u{1f6f3}'),
];

/// Emoji unless U+FE0E follows; may have a skin tone.
#[rustfmt::skip]
pub const EITHER_BODIES: &[(char, char)] = &[
    ('\u{261d}', '\u{261d}'), ('\u{26f7}', '\u{26f7}'), ('\u{26f9}', '\u{26f9}'),
    ('\u{270c}', '\u{270d}'), ('\u{1f3cb}', '\u{1f3cc}'), ('\u{1f574}', '\u{1f575}'),
    ('\u{1f590}', '\u{1f590}'),
];

/// Emoji that may have a skin tone.
#[rustfmt::skip]
pub const BODIES: &[(char, char)] = &[
    ('\u{270a}', '\u{270b}'), ('\u{1f385}', '\u{1f385}'), ('\u{1f3c2}', '\u{1f3c4}'),
    ('\u{1f3c7}', '\u{1f3c7}'), ('\u{1f3ca}', '\u{1f3ca}'), ('\u{1f442}', '\u{1f443}'),
    ('\u{1f446}', '\u{1f450}'), ('\u{1f466}', '\u{1f469}'), ('\u{1f46e}', '\u{1f46e}'),
    ('\u{1f470}', '\u{1f478}'), ('\u{1f47c}', '\u{1f47c}'), ('\u{1f481}', '\u{1f483}'),
    ('\u{1f485}', '\u{1f487}'), ('\u{1f4aa}', '\u{1f4aa}'), ('\u{1f57a}', '\u{1f57a}'),
    ('\u{1f595}', '\u{1f596}'), ('\u{1f645}', '\u{1f647}'), ('\u{1f64b}', '\u{1f64f}'),
    ('\u{1f6a3}', '\u{1f6a3}'), ('\u{1f6b4}', '\u{1f6b6}'), ('\u{1f6c0}', '\u{1f6c0}'),
    ('\u{1f6cc}', '\u{1f6cc}'), ('\u{1f918}', '\u{1f91c}'), ('\u{1f91e}', '\u{1f91f}'),
    ('\u{1f926}', '\u{1f926}'), ('\u{1f930}', '\u{1f939}'), ('\u{1f93d}', '\u{1f93e}'),
    ('\u{1f9b5}', '\u{1f9b6}'), ('\u{1f9b8}', '\u{1f9b9}'), ('\u{1f9d1}', '\u{1f9dd}'),
];

/// Flags, each by the two letters of its region.
#[rustfmt::skip]
pub const FLAGS: &str = "\
    ACADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCMCNCO\
    CPCRCUCVCWCXCYCZDEDGDJDKDMDODZEAECEEEGEHERESETEUFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHK\
    HMHNHRHTHUICIDIEILIMINIOIQIRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMK\
    MLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASB\
    SCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTATCTDTFTGTHTJTKTLTMTNTOTRTTTVTWTZUAUGUMUNUSUYUZVAVCVEVGVIVNVU\
    WFWSXKYEYTZAZMZW";

/// Emoji that stand by themselves.
#[rustfmt::skip]
pub const SINGLES: &[(char, char)] = &[
    ('\u{23e9}', '\u{23ec}'), ('\u{23f0}', '\u{23f0}'), ('\u{23f3}', '\u{23f3}'),
    ('\u{267e}', '\u{267e}'), ('\u{26ce}', '\u{26ce}'), ('\u{2705}', '\u{2705}'),
    ('\u{2728}', '\u{2728}'), ('\u{274c}', '\u{274c}'), ('\u{274e}', '\u{274e}'),
    ('\u{2753}', '\u{2755}'), ('\u{2795}', '\u{2797}'), ('\u{27b0}', '\u{27b0}'),
    ('\u{27bf}', '\u{27bf}'), ('\u{e50a}', '\u{e50a}'), ('\u{1f0cf}', '\u{1f0cf}'),
    ('\u{1f18e}', '\u{1f18e}'), ('\u{1f191}', '\u{1f19a}'), ('\u{1f1e6}', '\u{1f1ff}'),
    ('\u{1f201}', '\u{1f201}'), ('\u{1f232}', '\u{1f236}'), ('\u{1f238}', '\u{1f23a}'),
    ('\u{1f250}', '\u{1f251}'), ('\u{1f300}', '\u{1f320}'), ('\u{1f32d}', '\u{1f335}'),
    ('\u{1f337}', '\u{1f37c}'), ('\u{1f37e}', '\u{1f384}'), ('\u{1f386}', '\u{1f393}'),
    ('\u{1f3a0}', '\u{1f3c1}'), ('\u{1f3c5}', '\u{1f3c6}'), ('\u{1f3c8}', '\u{1f3c9}'),
    ('\u{1f3cf}', '\u{1f3d3}'), ('\u{1f3e0}', '\u{1f3f0}'), ('\u{1f3f4}', '\u{1f3f4}'),
    ('\u{1f3f8}', '\u{1f43e}'), ('\u{1f440}', '\u{1f440}'), ('\u{1f444}', '\u{1f445}'),
    ('\u{1f451}', '\u{1f465}'), ('\u{1f46a}', '\u{1f46d}'), ('\u{1f46f}', '\u{1f46f}'),
    ('\u{1f479}', '\u{1f47b}'), ('\u{1f47d}', '\u{1f480}'), ('\u{1f484}', '\u{1f484}'),
    ('\u{1f488}', '\u{1f4a9}'), ('\u{1f4ab}', '\u{1f4fc}'), ('\u{1f4ff}', '\u{1f53d}'),
    ('\u{1f54b}', '\u{1f54e}'), ('\u{1f550}', '\u{1f567}'), ('\u{1f5a4}', '\u{1f5a4}'),
    ('\u{1f5fb}', '\u{1f644}'), ('\u{1f648}', '\u{1f64a}'), ('\u{1f680}', '\u{1f6a2}'),
    ('\u{1f6a4}', '\u{1f6b3}'), ('\u{1f6b7}', '\u{1f6bf}'), ('\u{1f6c1}', '\u{1f6c5}'),
    ('\u{1f6d0}', '\u{1f6d2}'), ('\u{1f6eb}', '\u{1f6ec}'), ('\u{1f6f4}', '\u{1f6f9}'),
    ('\u{1f910}', '\u{1f917}'), ('\u{1f91d}', '\u{1f91d}'), ('\u{1f920}', '\u{1f925}'),
    ('\u{1f927}', '\u{1f92f}'), ('\u{1f93a}', '\u{1f93a}'), ('\u{1f93c}', '\u{1f93c}'),
    ('\u{1f940}', '\u{1f945}'), ('\u{1f947}', '\u{1f970}'), ('\u{1f973}', '\u{1f976}'),
    ('\u{1f97a}', '\u{1f97a}'), ('\u{1f97c}', '\u{1f9a2}'), ('\u{1f9b4}', '\u{1f9b4}'),
    ('\u{1f9b7}', '\u{1f9b7}'), ('\u{1f9c0}', '\u{1f9c2}'), ('\u{1f9d0}', '\u{1f9d0}'),
    ('\u{1f9de}', '\u{1f9ff}'),
];
