"""The lines that news pages print around their stories, by kind: what any site might print, in several languages.

`role_of` judges one line by its words alone; where it stands is for the caller to weigh.
"""

from __future__ import annotations

import re
from typing import Literal

from briefs.extract.wordlist import words
from briefs.extract.dates import find_dates

Role = Literal[
    "byline",
    "date",
    "credit",
    "reference",
    "caption",
    "title",
    "related",
    "comments",
    "share",
    "newsletter",
    "advert",
    "legal",
    "tags",
    "navigation",
    "junk",
]

_LONGEST = 400  # a line beyond this is prose, whatever it begins with


def _whole(*forms: str) -> re.Pattern[str]:
    """Return a pattern for a line that consists of one of `forms`, with marks around it."""
    return re.compile(rf"[\W_]{{0,6}}(?:{'|'.join(forms)})[\W_]{{0,6}}", re.IGNORECASE)


def _opening(*forms: str) -> re.Pattern[str]:
    """Return a pattern for a line that begins with one of `forms`."""
    return re.compile(rf"[\W_]{{0,6}}(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE)


# Networks that every share bar names.
_NETWORKS = (
    r"facebook(?: messenger)?|twitter|x|x\.com|whats ?app|linked ?in|e-?mail|mail|telegram|reddit|pinterest|tumblr|"
    r"flipboard|pocket|instagram|"
    r"youtube|snapchat|tik ?tok|viber|messenger|line|weibo|wechat|vk|xing|threads|bluesky|mastodon|rss|sms|print|"
    r"google(?: ?\+| news| plus| classroom)?|"
    r"copy(?: link)?(?: url)?(?:copied!?)?|link|copied!?|bookmark|kakao\w*|naver|stumbleupon|digg|buffer|evernote|"
    r"teams|skype|qq|podcast|spotify"
)
_SHARE = _whole(
    rf"(?:(?:share|tweet|post|send|e-?mail|save|pin|submit|follow|find|like|copy|print)(?: (?:this|us|it|to|on|by|"
    rf"via|with|in|the|an?|link|article|story|page|post)){{0,4}} "
    rf"?)?(?:{_NETWORKS})(?:[\W_]{{1,4}}(?:{_NETWORKS})){{0,12}}",
    r"shares?(?: (?:this|the|your|now|on|via|with|options?|article|story|page|post|news|friends|comments?|save|"
    r"selection|it|and|print)){0,6}:?",
    r"(?:\d[\d.,]{0,6}[km]? )?(?:shares?|likes?|views?|retweets?|comments?|reads?|replies|claps|votes?|reactions?|"
    r"followers?)",
    r"(?:like|likes|share|shares|views?|comments?|reads?|claps|hits|visits|reactions?)[ :(]{1,2}\d[\d.,]{0,8}[km]?\)?",
    r"(?:show|see|view)? ?more sharing options|sharing options|listen(?: to (?:this )?(?:article|"
    r"story))?(?: ?[(:\-]? ?\d{1,2}(?::\d\d| min(?:utes?)?)\)?)?",
    r"(?:save|bookmark|gift|print|e-?mail|copy|tweet|send|unlock|archive|translate|cite|download|text size|font size|"
    r"a\+|a-|aa|resize)(?: (?:this|the|article|story|link|page|text|size|for later|to|pdf|it|post|as|email|friend|"
    r"a)){0,4}",
    r"(?:give|send|share|gift) (?:this|a|as a|as)? ?(?:gift|article|link|story)(?: .{0,30})?",
    r"teilen|partager|compartir|condividi|compartilhar|udostępnij|delen|del|поделиться|paylaş|bagikan|kongsi|シェア|分享|"
    r"공유|شارك",
    r"(?:join the )?conversation|\d{1,5} comments?|comments? ?\(?\d{0,5}\)?|comment",
    r"play|pause|mute|unmute|watch(?: now| live| video)?|live|video|photos?|gallery|slideshow|loading(?:\.\.\.)?|"
    r"close|expand|collapse|"
    r"open|menu|more|next|previous|prev|back|play video|now playing|0:00|autoplay",
)
_SHARE_WORDS = re.compile(
    rf"(?:{_NETWORKS}|add ?this|sharing|buttons?|share(?:d)?|tweet|post|send|save|pin|follow|this|to|on|via|by|with|"
    rf"more|article|story|page|icon|logo|us|opens? in (?:a )?new (?:window|tab)|click|or|and|in|window|shares|likes?|"
    rf"comments?)",
    re.IGNORECASE,
)
_NETWORK = re.compile(
    r"facebook|twitter|whats ?app|linked ?in|telegram|reddit|pinterest|instagram|e-?mail|flipboard|messenger",
    re.IGNORECASE,
)


def _is_share_bar(text: str) -> bool:
    """Whether `text` is made of the names of networks and the words around them, glued together or not."""
    if len(text) > 300 or len(_NETWORK.findall(text)) < 2:
        return False
    return sum(c.isalnum() for c in _SHARE_WORDS.sub("", text)) <= 3


_READING_TIME = _whole(
    r"(?:estimated )?(?:read(?:ing)?(?: time)?|length|duration)?:? ?\d{1,3}(?: ?[-–] ?\d{1,3})? ?-?(?:min(?:ute)?s?|"
    r"m)(?:[ -](?:de )?(?:read(?:ing)?|leído|lectura|lecture|lettura|leitura|video|listen|watch))(?: time)?",
    r"(?:read(?:ing)? time|lesezeit|temps de lecture|tiempo de lectura|lesedauer|leestijd)[ :]{0,3}.{0,20}",
    r"\d{1,3} ?min(?:\.|uten?)? lesezeit|\d{1,3} min(?:utes?)? de lecture|\d{1,3} min(?:utos)? de lectura|"
    r"\d{1,3} ?分(?:钟|鐘)?(?:阅读|閱讀)?",
)
_ADVERT = _whole(
    r"(?:story (?:continues|continued) (?:below|after)|article continues|(?:continue|scroll)(?: down)? (?:reading|"
    r"to continue)?)(?: .{0,60})?",
    r"(?:- ?)?(?:advertisements?|advertise(?: with us| here)?|advertising|advertorial|ad|ads|sponsored(?: content|"
    r" by .{0,40}| links?| post)?|promoted(?: content| stories| links)?|paid (?:content|post|partnership)|"
    r"partner content)(?: \d{1,2})?(?: ?-)?(?:[ .:,–-]{1,4}(?:scroll|story|article|continue|your|content|remove|"
    r"close|by).{0,80})?",
    r"this (?:ad|advertisement) (?:has|is|will|was) .{0,80}",
    r"anzeige|werbung|publicité|publicidad|pubblicità|publicidade|reklama|реклама|advertentie|annonse?|reklam|iklan|"
    r"広告|广告|廣告|광고|إعلان|विज्ञापन",
    r"(?:skip|close|hide|report|remove) (?:this )?(?:ads?|advertisements?)|ad feedback|why this ad\??|"
    r"scroll to continue(?: .{0,30})?",
)
_NEWSLETTER = _opening(
    r"subscribe(?: (?:now|today|to|for|here|from|and|via|with))?",
    r"sign[ -]?up(?: (?:now|today|to|for|here|with|below|free))?",
    r"sign[ -]?in",
    r"log[ -]?in",
    r"(?:get|receive|have) (?:the|our|all|more|your|breaking|a|daily|unlimited|full|exclusive|weekly|latest|stories|"
    r"news|access|updates|instant|up to|it)(?: [^\s]{1,20}){0,8} (?:newsletters?|inbox|delivered|alerts?|e-?mail|"
    r"subscription|subscriptions|access|app|straight|directly|notifications)",
    r"(?:stay|keep) (?:informed|up to date|in the loop|up-to-date|updated|ahead|connected|on top) (?:with|of|on|by)",
    r"(?:join|follow) (?:us|our|the|now|me|more than|over|thousands|millions)(?: .{0,60})? (?:on|whatsapp|telegram|"
    r"channel|newsletter|community|facebook|twitter|instagram|page|subscribers|readers)",
    r"(?:become|be) an? (?:member|subscriber|supporter|insider|patron)",
    r"(?:already|not yet) an? (?:subscriber|member)",
    r"(?:already )?have an account|create (?:an|your|a free) account|forgot(?:ten)? (?:your )?password|"
    r"register(?: now| free| to| for|$)",
    r"(?:enter|type|provide|confirm|please enter|please provide) (?:your |an? |the )?(?:valid )?(?:e-?mail|name|"
    r"password|comment|address|details)",
    r"(?:your )?e-?mail(?: address)?(?: \(?required\)?|:|\*| is required|$)",
    r"(?:by|when) (?:submitting|signing|subscribing|clicking|entering|providing|registering|continuing|using|"
    r"creating|checking)",
    r"an? (?:welcome|confirmation|verification) e-?mail|there was an error|something went wrong|we encountered an|"
    r"we apologi[sz]e|please try (?:again|refreshing)|try refreshing",
    r"the next issue of|interested in more|please check your|check your (?:inbox|e-?mail)|you can save this|"
    r"view more offers|activate your",
    r"thank(?:s| you) for (?:signing|subscribing|your (?:support|subscription|interest)|reading|registering)",
    r"(?:your|a|an?) (?:confirmation|password|support|subscription|weekly|daily|essential|free) .{0,60}(?:e-?mailed|"
    r"inbox|newsletter|journalism)",
    r"(?:download|get|install|try) (?:the|our|your)(?: .{0,40})? apps?",
    r"(?:support|help) (?:us|our|independent|quality|local|the)(?: .{0,60})?(?:journalism|work|newsroom|reporting|"
    r"donat\w+|contribut\w+|news)",
    r"donate(?: now| today| here| to)?$|(?:please )?(?:consider|make) (?:a |making a |supporting |becoming |"
    r"subscribing )(?:donation|contribution|one-time|us|our)?",
    r"this (?:article|story|content|post|page|feature) (?:is|was|has been) (?:reserved|exclusive|only available|for|"
    r"available (?:only|to)|locked|made possible|free)",
    r"(?:unlock|read|enjoy|start|claim)(?: .{0,40})? (?:free trial|unlimited access|your free|for free|"
    r"subscriptions?|for just|for only)",
    r"(?:want|looking for|would you like) (?:more|to (?:read|get|receive|know|stay))(?: .{0,80})?(?:newsletter|inbox|"
    r"subscrib\w+|sign|e-?mail|\?$)",
    r"newsletters?(?:$|:)|(?:our|the|daily|weekly|free|email|e-mail|morning|"
    r"evening) (?:[^\s]{1,15} ){0,3}newsletters?(?:$|[.:!])",
    r"(?:recommended|selected|available) newsletters?|newsletter abonnieren|abonnieren|jetzt abonnieren|s'abonner|"
    r"abonnez-vous|suscríbete|iscriviti|assine|inscreva-se|подпис\w+|订阅|訂閱|구독",
    r"(?:don['’]t|do not|never) miss (?:a|an|the|out|any|our|our best|another)",
    r"(?:add|make|set|choose|follow) (?:us|.{2,40}) (?:as|on|to) (?:a |your )?(?:preferred|trusted|google|favou?rite)",
    r"(?:click|tap) here (?:to|for|and)|(?:click|tap) (?:to|on the) (?:subscribe|join|follow|register|read|share|bell)",
    r"(?:enable|allow|turn on|accept) (?:notifications?|javascript|cookies|push)",
    r"(?:save|manage) (?:my|your) (?:name|preferences|choices|account|subscription|cookies|consent)",
)
_COOKIE = _opening(
    r"(?:we|this (?:web)?site|our (?:web)?sites?|this page|the site)(?: and (?:our|"
    r"its) partners)? uses? (?:of )?cookies",
    r"(?:accept|reject|manage|allow|decline)(?: all)?(?: cookies?| preferences| settings)?$",
    r"cookies?(?:$| (?:policy|settings|notice|preferences|consent|statement|choices))",
    r"(?:privacy|your privacy|data protection)(?: (?:policy|notice|settings|choices|statement|center|centre|manager|"
    r"rights|preferences))?$",
    r"(?:we|you) (?:value|respect|care about) your privacy",
    r"diese (?:web)?seite verwendet cookies|wir verwenden cookies|nous utilisons des cookies|utilizamos cookies|"
    r"usamos cookies|questo sito utilizza",
)
_LEGAL = re.compile(
    r"[\W_]{0,6}(?:©|\(c\)|copyright\b|&copy;|all rights reserved|alle rechte vorbehalten|tous droits réservés|"
    r"todos los derechos|tutti i diritti|todos os direitos|"
    r"terms (?:of|and|&)|do not sell|your california|contact us|about us|advertise with|registered (?:in|office|"
    r"company|number)|"
    r"무단 ?전재|저작권자|版权所有|版權所有|著作権|issn\b|abn\b|powered by|hosted by|site by|website by|"
    r"(?:the )?(?:views|opinions)(?: and opinions)?(?: and [a-z ]{3,30})? expressed|disclaimer\b|(?:this|"
    r"our) (?:web)?site is (?:not|owned|operated|published)|"
    r"(?:this|the) (?:material|content|article|story|report) (?:may|is|has|was|cannot|must|"
    r"shall)(?: not)?(?: be)? (?:been )?(?:published, broadcast|protected|reproduced|syndicated|automatically|"
    r"copyright|provided for information|generated)|"
    r"(?:no part of|reproduction|any unauthori[sz]ed|unauthori[sz]ed (?:reproduction|copying|use)|"
    r"the unauthori[sz]ed|republish(?:ed|ing)? (?:our|with|under|this)|reprinted? (?:with|by|permission)|"
    r"our standards|trust principles|corrections?(?: policy)?(?:$|:)|editorial (?:standards|policy|guidelines)|"
    r"(?:got|have|send|know)(?: [^\s]{1,12}){0,4} (?:a |any |us )?(?:news |confidential )?tips?\b|"
    r"report (?:a |an )?(?:typo|error|correction|problem)|(?:spotted|see|found|notice) (?:a |an )(?:mistake|error|"
    r"typo)|suggest a correction|"
    r"purchase licensing|licensing rights|request (?:a )?reprint|accessibility(?:$| ?:)))",
    re.IGNORECASE,
)
_RESERVED = re.compile(
    r"all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|無断転載|転載を禁|금지",
    re.IGNORECASE,
)

_RELATED_HEAD = _whole(
    r"(?:related|relevant|similar|suggested|recommended|other|further|more|latest|recent|popular|top|trending|"
    r"featured|breaking|hot|best|new|today['’]s|our|all|this week['’]s|previous|next|previous and next)(?: (?:top|"
    r"latest|recent|popular|best|new|most|great|other|from|news|big|must|local|business|world|national|sponsored|"
    r"related|video|featured))?"
    r" (?:articles?|stories|story|posts?|news|content|contents|topics?|links?|reads?|reading|coverage|videos?|"
    r"headlines?|items?|picks?|searches|tags?|now|pages?|features?|columns?|reports?|opinions?|insights?|galleries|"
    r"gallery|products?|deals?|events?|issues?|editions?|podcasts?|jobs|websites?|resources?|updates?|"
    r"today)(?: .{0,30})?",
    r"related|recommended|trending|popular|latest|recent(?:ly)?|more|read next|up next|what to read next|next up|"
    r"must[ -]read.{0,30}|most (?:read|popular|viewed|shared|recent|commented|watched|emailed)(?: .{0,30})?|"
    r"read more|read also|also read|see also|see more|view more|load more|show more|more like this|"
    r"related to this (?:article|story|topic)|related (?:to|on|coverage|companies|quotes|symbols|"
    r"categories)(?: .{0,40})?",
    r"(?:more|latest|others?|also|read more|stories|news|articles|posts) (?:from|on|in|by|about|"
    r"at)(?: [^\s.]{1,20}){1,6}",
    r"you (?:may|might|can|will|should|could)(?: also)? (?:also )?(?:like|love|enjoy|be interested|want|read|"
    r"have missed|know)(?: .{0,30})?",
    r"(?:people|readers|others|users) (?:also|are|who) .{0,40}|what (?:others|people|to|we)(?: are)? (?:read|reading|"
    r"watch|watching|know).{0,20}|around the web|from (?:the|our) (?:web|partners|network|archives?|sponsors)|"
    r"(?:editors?|staff)['’]?s?['’]? (?:picks?|choice)|don['’]t miss(?: .{0,20})?|in case you missed(?: .{0,10})?|"
    r"promoted stories|(?:the )?day['’]s (?:top )?(?:stories|headlines)|"
    r"(?:explore|browse|discover|find|view|see|read)(?: (?:more|all|our|the|other|related))?(?: (?:more|all|on|these|"
    r"today['’]s|of))?(?: (?:topics?|articles?|tags|stories|news|newsletters|posts|categories|videos|related|"
    r"coverage))(?: .{0,20})?",
    r"(?:more )?top (?:stories|news|headlines|videos|picks)|(?:(?:latest|breaking|live|local|world|national|business|"
    r"sports?|general|market|economic|financial|company|press) )?news|headlines|spotlight|in pictures|in focus|"
    r"in this (?:article|story|section|series)|on this topic|topics? in this (?:article|story)|"
    r"mentioned in this (?:article|story)|companies in this article|this week|week in review",
    r"mehr zum thema|lesen sie auch|auch interessant|das könnte sie (?:auch )?interessieren|weitere artikel|"
    r"meistgelesen|à lire aussi|lire aussi|sur le même sujet|les plus lus|articles? (?:liés?|similaires)|"
    r"noticias relacionadas|te puede interesar|lo más leído|lee también|más noticias|artículos relacionados|"
    r"leggi anche|potrebbe interessarti|articoli correlati|leia (?:também|mais)|notícias relacionadas|mais lidas|"
    r"lees ook|meer over|gerelateerd|czytaj (?:też|także|więcej)|читайте также|по теме|новости по теме|"
    r"ilgili haberler|baca juga|berita terkait|artikel terkait|関連記事|相关阅读|相关新闻|相關新聞|延伸閱讀|推荐阅读|관련 ?기사|관련 ?뉴스|많이 본 뉴스|"
    r"اقرأ أيضا|أخبار ذات صلة|مواضيع ذات صلة|यह भी पढ़ें",
)
_RELATED_LINE = _opening(
    r"(?:also read|read also|read more|read next|read|see also|see more|watch|watch more|related|recommended|more|"
    r"more here|don['’]t miss|listen|listen to|listen now|further reading|next|previous|up next|must read|must watch|"
    r"also see|also on|also|explore more|full story|full coverage|in pictures|in photos|photos|video|click here|"
    r"learn more|editor['’]s pick|opinion|lesen sie auch|mehr zum thema|à lire aussi|lire aussi|lire|lee también|"
    r"lea también|leggi anche|leia também|leia mais|lees ook|czytaj też|читайте также|baca juga|ilgili haber) ?[:|"
    r"»>→▶]",
    r"(?:also read|read also|read more|see also|read the full|read full|click here to read|continue reading|"
    r"watch the full|full article|view all|see all|show all|load more|show more|read the original|for more (?:on|"
    r"about|from|information|stories|news|details)|to read (?:more|the full)|you can read)(?: (?:about|on|at|here|"
    r"story|stories|article|in|the|from|comments|posts|news))?",
    r"(?:go|back|skip|jump|return|scroll) (?:back )?to (?:top|home|homepage|main|content|contents|navigation|search|"
    r"footer|the top|article|all|accessibility|previous|next|page)",
    r"(?:next|previous|older|newer|prev)(?: (?:article|post|posts|story|page|articles|news))?(?: ?[:»›→«‹←]|$)",
)
_RELATED_BRACKET = re.compile(
    r"[\W_]{0,3}\[\s?(?:related|read more|also read|read also|watch|see also|more|read)\s?:", re.IGNORECASE
)
_COMMENTS = _whole(
    r"(?:leave|post|write|add|submit|make|view|see|read|show|hide|load|join|start|share|close)(?: (?:a|an|the|all|"
    r"your|more|my|in|on|us))? ?(?:\d{1,5} )?(?:reply|replies|comments?|response|conversation|discussion|thoughts|"
    r"debate)(?: .{0,40})?",
    r"(?:no|\d{1,5}|be the first to|there are (?:no|\d{1,5})|all|latest|top|newest|oldest|user|reader|readers['’]|"
    r"recent|facebook|disqus|your) (?:comments?|repl(?:y|ies)|responses?|thoughts)(?: .{0,40})?",
    r"comments?(?: ?\(\d{0,6}\))?(?: (?:are|have been|section|policy|on this).{0,60})?|discussion|have your say|"
    r"what do you think\??.{0,60}|tell us what you think.{0,40}|kommentare?(?: .{0,30})?|commentaires?|comentarios|"
    r"commenti|comentários|댓글.{0,10}|评论|評論|コメント|комментари[ийяев]{1,3}|التعليقات",
    r"please enter .{0,60}|you have entered an .{0,60}|save my name.{0,100}|"
    r"your e-?mail address will not be published.{0,60}|required fields are marked.{0,10}|name ?\*?:?\*?|website:?|"
    r"comment:?\*?|logged in as.{0,60}|log in to (?:leave|comment|post|reply).{0,40}|reply|flag|report(?: abuse|"
    r" comment)?|sort by.{0,30}|newest first|oldest first|most liked|view profile",
)
_BIO_HEAD = _whole(
    r"(?:about|meet|more about) (?:the )?(?:authors?|writers?|reporters?|journalists?|contributors?)(?: .{0,30})?|"
    r"author(?:s| bio| profile)?|über den autor|sobre el autor|à propos de l['’]auteur|contributors?"
)
_REFERENCES_HEAD = _whole(
    r"(?:references?|sources?|notes?|footnotes?|endnotes?|citations?|bibliography|works cited|further reading|"
    r"quellen|références|fuentes|fonti|referências|источники|参考文献|参考资料|參考資料|참고(?: ?문헌| ?자료)?)(?: (?:and|&) (?:notes?|"
    r"references?|further reading|links))?"
)
_TAGS_HEAD = _opening(
    r"(?:tags?|topics?|keywords?|categories|category|filed under|posted in|filed in|schlagwörter|mots-clés|etiquetas|"
    r"temas|tag|themen|sujets|marcadores|теги|标签|標籤|태그|related topics|article topics|topics covered|more on|"
    r"read more on|explore more topics|in this article|companies|people)\s?[:：]|tags?$|topics?$|categories$|"
    r"keywords$|related tags$|tagged(?: (?:with|as|in).{0,60})?$"
)
_NAVIGATION = _whole(
    r"home|homepage|search|menu|log ?in|log ?out|sign ?in|sign ?up|join|subscribe|my account|account|profile|"
    r"register|contact(?: us)?|about(?: us)?|help|faqs?|site ?map|archives?|careers|jobs|advertise|newsletters?|"
    r"e-?paper|epaper|apps?|games|puzzles|weather|tv|radio|podcasts?|videos?|photos?|events|shop|store|donate|"
    r"settings|language|english|follow us|rss|feedback|terms|privacy|cookies|"
    r"world|business|politics|technology|tech|sports?|opinions?|health|science|entertainment|lifestyle|culture|"
    r"travel|climate|economy|markets|finance|money|education|national|local|local news|international|asia|africa|"
    r"europe|americas|middle east|obituaries|features|editorials?|letters|cartoons|food|fashion|style|arts|books|"
    r"music|movies|film|real estate|property|autos?|cars|crime|environment|religion|society|employment|startups?|"
    r"(?:go|back|skip|jump|return) to .{2,30}|toggle .{2,30}|open .{2,20} (?:menu|navigation)|close .{0,20}(?:menu|"
    r"navigation|search)|main (?:menu|navigation|content)|all (?:sections|topics|news)|show (?:all|more|less)|"
    r"view (?:all|more|comments)|edition|change (?:edition|language)|choose (?:edition|language).{0,20}|"
    r"한국어|日本語|中文|简体中文|繁體中文|english version|deutsch|français|español|português|italiano|русский|العربية|türkçe|polski|"
    r"nederlands|हिन्दी|bahasa (?:indonesia|melayu|malaysia)|tiếng việt|ไทย|ελληνικά|magyar|română|čeština|svenska|"
    r"українська|فارسی|עברית",
)
_AGO = re.compile(
    r"[\W_]{0,4}(?:(?:updated|posted|published|last updated)[ :]{0,2})?(?:\d{1,3}|an?|one|two|three|few) ?(?:s|m|h|d|"
    r"w|mins?|minutes?|hrs?|hours?|days?|weeks?|months?|years?|yrs?)(?: ?and ?\d{1,2} ?(?:mins?|minutes?|"
    r"hours?))? ago[\W_]{0,4}(?:.{0,30})|(?:just now|yesterday|today)[\W_]{0,3}",
    re.IGNORECASE,
)

_CAPTION_LEAD = re.compile(
    r"[\W_]{0,3}(?:(?:media|image|video|photo|picture|figure) (?:caption|copyright|source|credit|playback)|caption|"
    r"(?:photo|image|picture|slide|figure) \d{1,3}\b|\d{1,3} of \d{1,3}\b|\d{1,3} ?/ ?\d{1,3}\b)",
    re.IGNORECASE,
)
_IMAGE_CREDIT = re.compile(
    r"(?:\b(?:photos?|images?|pictures?|pics?|file photo|file image|illustrations?|graphics?|videos?|photographs?|"
    r"photographer|foto|bild|fotos|crédit|credits?|courtesy)(?: ?(?:credits?|courtesy(?: of)?|by|via|source|from|"
    r"illustration))?\s?[:/©|]"
    r"|\b(?:photos?|images?|pictures?|illustrations?) (?:by|courtesy|via|from)\b|\b(?:file photos?|file images?|"
    r"file picture)\b|\bphoto illustration\b"
    r"|\((?:[^()]{0,60}[/ ])?(?:ap|afp|reuters|getty(?: images)?|ap photo|epa|efe|bloomberg|xinhua|pa|nurphoto|"
    r"shutterstock|istock|alamy|yonhap|photo|file|handout|courtesy)(?:[^()]{0,40})\)$"
    r"|(?:\b(?:getty images?|ap photo|shutterstock|istock(?:photo)?|alamy|unsplash|pexels|pixabay|nurphoto|"
    r"afp via getty|epa-efe|reuters/[A-Z][a-z]+|via reuters|via getty|via ap|handout|screenshot|screengrab|"
    r"©\s?\w+))[^.]{0,40}$"
    r"|REUTERS/[A-Z]|/ ?(?:AFP|REUTERS|AP|EPA|Getty Images|Bloomberg|Reuters|NurPhoto|Shutterstock)\b[^.]{0,30}$|"
    r"\bAP Photo\b|\bGetty Images?\b)",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"[\W_]{0,4}(?:(?:additional |with )?(?:reporting|writing|edited|editing|written|compiled|research|production|"
    r"translation|translated|graphics?|additional reporting|with reporting|contributed reporting|with contributions?|"
    r"with (?:files|inputs?|assistance|agencies|input)|produced|reported|contributions?)(?: and (?:writing|editing|"
    r"reporting|additional reporting))?(?: (?:for|in|from) .{1,40}?)? (?:by|from)\b"
    r"|with (?:files|inputs?|reporting|agency inputs|agencies|wire)|(?:\()?(?:source|sources|via|agencies|"
    r"originally (?:published|appeared)|first (?:published|appeared)|this (?:article|story|report|piece|post|"
    r"column) (?:was|first|originally|is|has been|appeared)(?: (?:first|originally|also|republished|written|produced|"
    r"reported|adapted|translated|syndicated|published|co-published))?|credits?|quelle|fuente|fonte|источник|来源|來源|"
    r"출처|المصدر)\s?(?:[:：]|published|appeared|republished|by|with|from|on|in)"
    r"|.{2,60} (?:contributed to this (?:report|story|article)|contributed reporting)|read (?:the )?(?:full|"
    r"original) (?:article|story|report|text) (?:on|at|in|from|here))",
    re.IGNORECASE,
)
_URL_LINE = re.compile(r"[\W_]{0,3}(?:[\[(]?\d{1,3}[\])]?[.:]?\s{0,3})?https?://\S{3,}\s?", re.IGNORECASE)
_NUMBERED_REFERENCE = re.compile(r"\s?(?:\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}\.|\^)\s.{0,300}?https?://\S{3,}")

_BYLINE = re.compile(
    r"[\W_]{0,4}(?:(?:(?:text|story|words|report|article|column|analysis|opinion|commentary|written|reported|posted|"
    r"published|"
    r"interview|exclusive|updated)\s)?(?:by|von|par|por|di|door|af|oleh)\s?:?"
    r"|(?:autor[ae]?s?|auteurs?|authors?|textes?|texto|text|words|story|reporters?|journalists?|correspondent|"
    r"writers?|penulis|автор|текст|作者|撰文|文|記者|记者)\s?[:：/／])"
    r"\s{0,4}(?=\S)",
    re.IGNORECASE,
)
_KOREAN_BYLINE = re.compile(
    r"(?:[\w\s=·\[\]()]{0,30}?)([가-힣]{2,4})\s?(?:기자|특파원|논설위원|인턴기자|선임기자|편집위원|통신원|칼럼니스트|객원기자|에디터)(?![가-힣])"
)
_CJK_BYLINE = re.compile(
    r"[\W_]{0,4}(?:(?:本报|本報|本社)?(?:记者|記者|作者|撰文|文|编辑|編輯|责任编辑|編集|取材・文|"
    r"執筆)[:：/／\s]\s?[\u3040-\u30ff\u4e00-\u9fffA-Za-z· ]{2,30}|[\u4e00-\u9fff\u3040-\u30ff]{2,8}(?:記者|记者|特派員|"
    r"編集委員)[\W_]{0,3})$"
)
_EMAIL = re.compile(r"[\w.+\-]{1,64}@[\w\-]{1,63}(?:\.[\w\-]{1,63}){1,4}")
_HANDLED = re.compile(r"(?:[A-Z][\w.'’\-]{1,20} ){1,3}[A-Z][\w'’\-]{1,20},? \(?@\w{2,30}\)?")  # "Ann Lee @annlee"
DATE_LABEL = re.compile(
    r"[\W_]{0,4}(?:(?:first |originally |last |date )?(?:posted|published|updated|modified|created|issued|"
    r"release[sd]?|filed|date|time|uploaded|added|edited|publication date|publish(?:ed)? date)|"
    r"veröffentlicht|aktualisiert|stand|erstellt|publié|mis à jour|modifié|publicado|actualizado|pubblicato|"
    r"aggiornato|publicado|atualizado|gepubliceerd|bijgewerkt|opublikowano|aktualizacja|опубликовано|обновлено|입력|수정|"
    r"등록|업데이트|기사입력|发布(?:时间|日期)?|发表|更新(?:时间|日期)?|發布|公開日?|配信|更新日?|時間|时间|diterbitkan|dipublikasikan|نشر|प्रकाशित)",
    re.IGNORECASE,
)


def role_of(text: str) -> Role | None:
    """Return what furniture of a page the line `text` is, or None where it may be the story's."""
    if not text.strip():
        return "junk"
    if is_service_talk(text):
        return "legal"
    if len(text) > _LONGEST:
        return "legal" if len(text) <= 4 * _LONGEST and (_RESERVED.search(text) or _LEGAL.match(text)) else None
    words = len(text.split())
    if _is_share_bar(text):
        return "share"
    for role, pattern, longest in _WHOLE_LINES:
        if words <= longest and pattern.fullmatch(text):
            return role
    if _URL_LINE.fullmatch(text) or _NUMBERED_REFERENCE.match(text):
        return "reference"
    if _CREDIT.match(text) and words <= 40:
        return "credit"
    if is_date_line(text):
        return "date"
    if is_byline(text):
        return "byline"
    if _TAGS_HEAD.match(text) and words <= 30:
        return "tags"
    if (_RELATED_LINE.match(text) or _RELATED_BRACKET.match(text)) and words <= 30:
        return "related"
    if _COOKIE.match(text) or _LEGAL.match(text) or _RESERVED.search(text):
        return "legal"
    if _NEWSLETTER.match(text) and words <= 60 and not _speaks(text):
        return "newsletter"
    if words <= 90 and _CAPTION_LEAD.match(text):
        return "caption"
    if words <= 60 and _IMAGE_CREDIT.search(text) and not _speaks(text):
        return "caption"
    return None


_WHOLE_LINES: tuple[tuple[Role, re.Pattern[str], int], ...] = (
    ("share", _SHARE, 16),
    ("junk", _READING_TIME, 8),
    ("advert", _ADVERT, 16),
    ("junk", _AGO, 10),
    ("comments", _COMMENTS, 16),
    ("related", _BIO_HEAD, 6),
    ("reference", _REFERENCES_HEAD, 4),
    ("related", _RELATED_HEAD, 10),
    ("navigation", _NAVIGATION, 6),
)


def is_barrier(text: str) -> bool:
    """Whether `text` is a heading after which a page has left its story: related posts, comments, references, tags."""
    words = len(text.split())
    return (
        words <= 10
        and len(text) < 100
        and any(p.fullmatch(text) for p in (_RELATED_HEAD, _COMMENTS, _BIO_HEAD, _REFERENCES_HEAD))
    ) or bool(words <= 3 and _TAGS_HEAD.match(text))


def is_references_head(text: str) -> bool:
    """Whether `text` is the heading of a list of references."""
    return len(text) < 60 and bool(_REFERENCES_HEAD.fullmatch(text))


def is_caption(text: str) -> bool:
    """Whether `text` names whose picture it speaks of."""
    return len(text) <= _LONGEST and bool(_IMAGE_CREDIT.search(text))


def is_date_line(text: str) -> bool:
    """Whether `text` is a date with nothing beside it but a label, a time, a place or a byline's few words."""
    if len(text) > 160 or not any(c.isdigit() for c in text):
        return False
    dates = find_dates(text, limit=4)
    if not dates:
        return False
    rest = list(text)
    for written in dates:
        rest[written.start : written.end] = [" "] * (written.end - written.start)
    label = DATE_LABEL.match(text)
    left = "".join(rest)[label.end() if label else 0 :]
    return len([w for w in re.findall(r"[^\W\d_]{2,}", left)]) <= (6 if label else 4) and not re.search(
        r"[^\W\d_]{3,}\.\s*$", left
    )


def is_byline(text: str) -> bool:
    """Whether `text` says who wrote the story: a role word before or after a name, an address behind it."""
    if len(text) > 200:
        return False
    words = text.split()
    if len(text) < 80 and (_KOREAN_BYLINE.search(text) or _CJK_BYLINE.match(text)):
        return True
    if _EMAIL.search(text) and len(words) <= 8 and not text.rstrip().endswith((".", "!", "?")):
        return True
    if _HANDLED.fullmatch(text):
        return True
    match = _BYLINE.match(text)
    if not match or text[match.end() - 1].isalpha() or len(words) > 24 or text.rstrip().endswith(("?", "!", ":")):
        return False
    rest = text[match.end() :]
    first = re.match(r"[\W_]*(\w)", rest)
    if not first or not (first[1].isupper() or ord(first[1]) > 0x2E80):
        return False
    names = [w for w in rest.split() if w[:1].isalpha()]
    small = sum(1 for w in names[:12] if w[0].islower() and w.strip(",.") not in _SMALL)
    return small * 4 <= len(names) and not (text.rstrip().endswith(".") and len(words) > 12)


_SMALL = words(
    "and und et y e en di da de der den des del della van von bin binti al el la le ibn ben with in for of",
    "the at to on und och og i ja",
)
_SPEECH = re.compile(r"\b(?:said|says|told|according to|was|were|has|have|had)\b|[“\"][^“”\"]{20,}[”\"]")


def _speaks(text: str) -> bool:
    """Whether `text` tells something: a finished sentence that reports."""
    return len(text) > 140 and bool(_SPEECH.search(text)) and text.rstrip("\"'”’)»").endswith((".", "!", "?"))


_TAIL = re.compile(
    r"[\W_]{0,4}(?:disclaimer\b|disclosure\b|get access to\b|download (?:the|our)\b|follow (?:us|our|the author|"
    r"\w+ on)\b|(?:you can )?(?:contact|reach|email|e-mail) (?:the (?:author|reporter|writer)|him|her|them|us|"
    r"\w+ \w+ at)\b|"
    r"(?:the )?(?:views|opinions) expressed|(?:this|the) (?:article|story|report|post|content|piece|column|"
    r"item) (?:was|is|has been|originally|first|appeared)\b|for more (?:news|information|stories|on)\b|"
    r"(?:to )?subscribe\b|sign up\b|"
    r"(?:have|got) (?:a|any) (?:tip|story|question|comment|feedback)|(?:all )?prices? (?:and|are|correct)|(?:join|"
    r"follow|like) us\b|(?:we|our) (?:may|might|earn|receive) .{0,40}(?:commission|affiliate)|if you (?:buy|purchase|"
    r"click)\b|"
    r"published (?:in|on|by)\b|first published\b|last updated\b|copyright\b|©|\(c\)|read (?:more|also|the)\b|"
    r"also read\b|click here\b|editor['’]s note|\(?with (?:inputs?|files|agency)\b|catch (?:all|the)\b|"
    r"for all the latest\b|stay (?:tuned|updated|informed)\b|"
    r"send (?:us|your|tips)\b|comments? (?:are|on)\b|report (?:a|an)\b)",
    re.IGNORECASE,
)


_BIO = re.compile(
    r"(?:^|[.!?]\s)[^.!?]{2,120}?\b(?:(?:is|was) (?:an?|the|our|currently|based)\b[^.!?]{0,120}?\b(?:reporter|writer|"
    r"editor|columnist|correspondent|journalist|author|contributor|freelancer|blogger|"
    r"producer|bureau chief|fellow|professor|lecturer|researcher|senior writer|staff)\b|(?:covers?|reports? on|"
    r"writes? (?:about|on|for|a)|has (?:covered|written|worked|been (?:a|an|writing|covering))|"
    r"joined|specializes|specialises|focuses on|can be reached|tweets at|lives in|holds a)\b)",
    re.IGNORECASE,
)


def is_bio(text: str, names: tuple[str, ...] = ()) -> bool:
    """Whether `text` tells who its author is, as at the foot of a column; one of `names` stands in it, if any are given."""
    if len(text) > 1200 or not _BIO.match(text[:400]):
        return False
    return not names or any(name and name in text[:200] for name in names)


def is_tail(text: str) -> bool:
    """Whether `text`, as the last paragraph, speaks of the site and its service instead of the story's subject."""
    return len(text) <= 1600 and bool(_TAIL.match(text))


# Words of a site that speaks of itself and its reader's data, not of the day's events.
_SERVICE = re.compile(
    r"\b(?P<service>cookies?|browsers?|websites?|our sites?|this site|opt(?:ing)?[ -]?out|opt[ -]in|"
    r"personal (?:information|data|details)|privacy (?:policy|notice|settings|"
    r"controls|center|centre|rights)|terms of (?:use|service)|terms (?:and|&) conditions|third[ -]part(?:y|ies)|"
    r"consent|preferences|newsletters?|inbox|unsubscribe|subscri(?:be|ber|bers|"
    r"ption|ptions|bing)|log(?:ged)? in|sign(?:ed|ing)? (?:in|up)|your account|an account|e-?mail address|password|"
    r"javascript|ad ?blocker|advertisements?|advertising partners|"
    r"comment (?:policy|guidelines)|moderat(?:ed|ion|ors?)|commenting|free trial|cancel any ?time|notifications?|"
    r"legitimate interest|gdpr|ccpa|geolocation|device identifiers?)\b",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(r"\b(?:you|your|we|us|our)\b", re.IGNORECASE)
_REPORTED = re.compile(
    r"\b(?:said|says|told|according to|announced|reported|wrote|added|argued|claimed|court|lawsuit|sued|police|"
    r"government|minister|lawmakers|regulators?|percent|per cent|million|billion)\b|\d%|[“”]",
    re.IGNORECASE,
)


def is_service_talk(text: str) -> bool:
    """Whether `text` is a site's notice to its readers about cookies, accounts, subscriptions or data."""
    if len(text) < 40 or len(text) > 3000:
        return False
    found = {m["service"].lower() for m in _SERVICE.finditer(text)}
    if len(found) < 2 or not _ADDRESSED.search(text):
        return False
    return len(found) * 40 >= len(text.split()) and len(_REPORTED.findall(text)) < len(found) - 1
