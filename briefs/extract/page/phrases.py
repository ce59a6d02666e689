"""What any site might print around its stories, by kind and in several languages: the patterns of whole lines.

Each is bounded, so that no line takes longer than its length. Which of them count for a line, `furniture` says.
"""

from __future__ import annotations

import re


def whole(*forms: str) -> re.Pattern[str]:
    """Return a pattern for a line that consists of one of `forms`, with marks around it."""
    return re.compile(rf"[\W_]{{0,6}}(?:{'|'.join(forms)})[\W_]{{0,6}}", re.IGNORECASE)


def opening(*forms: str) -> re.Pattern[str]:
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
SHARE = whole(
    rf"(?:(?:share|tweet|post|send|e-?mail|save|pin|submit|follow|find|like|copy|print)(?: (?:this|us|it|to|on|by|"
    rf"via|with|in|the|an?|link|article|story|page|post)){{0,4}} "
    rf"?)?(?:{_NETWORKS})(?:[\W_]{{1,4}}(?:{_NETWORKS})){{0,12}}",
    rf"(?:compartir|partager|condividi|compartilhar|teilen|delen|del)(?: (?:en|sur|su|no|na|auf|por|via|op|"
    rf"på))? (?:{_NETWORKS})",
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
    r"teilen|partager|compartir|condividi|compartilhar|udostępnij|delen|del|поделиться|paylaş|bagikan|kongsi|シェア|"
    r"分享|"
    r"공유|شارك",
    r"(?:join the )?conversation|\d{1,5} comments?|comments? ?\(?\d{0,5}\)?|comment",
    r"hide|show|play|pause|mute|unmute|watch(?: now| live| video)?|live|video|photos?|gallery|"
    r"slideshow|loading(?:\.\.\.)?|close|expand|collapse|"
    r"open|menu|more|next|previous|prev|back|play video|now playing|0:00|autoplay",
)
SHARE_WORDS = re.compile(
    rf"(?:{_NETWORKS}|add ?this|sharing|buttons?|share(?:d)?|tweet|post|send|save|pin|follow|this|to|on|via|by|with|"
    rf"more|article|story|page|icon|logo|us|opens? in (?:a )?new (?:window|tab)|click|or|and|in|window|shares|likes?|"
    rf"comments?)",
    re.IGNORECASE,
)
NETWORK = re.compile(
    r"facebook|twitter|whats ?app|linked ?in|telegram|reddit|pinterest|instagram|e-?mail|flipboard|messenger",
    re.IGNORECASE,
)


READING_TIME = whole(
    r"(?:estimated )?(?:read(?:ing)?(?: time)?|length|duration)?:? ?\d{1,3}(?: ?[-–] ?\d{1,3})? ?-?(?:min(?:ute)?s?|"
    r"m)(?:[ -](?:de )?(?:read(?:ing)?|leído|lectura|lecture|lettura|leitura|video|listen|watch))(?: time)?",
    r"(?:read(?:ing)? time|lesezeit|temps de lecture|tiempo de lectura|lesedauer|leestijd)[ :]{0,3}.{0,20}",
    r"\d{1,3} ?min(?:\.|uten?)? lesezeit|\d{1,3} min(?:utes?)? de lecture|\d{1,3} min(?:utos)? de lectura|"
    r"\d{1,3} ?分(?:钟|鐘)?(?:阅读|閱讀)?",
)
ADVERT = whole(
    r"(?:story (?:continues|continued) (?:below|after)|article continues|(?:continue|scroll)(?: down)? (?:reading|"
    r"to continue)?)(?: .{0,60})?",
    r"(?:- ?)?(?:advertisements?|advertise(?: with us| here)?|advertising|advertorial|ad|ads|sponsored(?: content|"
    r" by .{0,40}| links?| post)?|promoted(?: content| stories| links)?|paid (?:content|post|partnership)|"
    r"partner content)(?: \d{1,2})?(?: ?-)?(?:[ .:,–-]{1,4}(?:scroll|story|article|continue|your|content|remove|"
    r"close|by).{0,80})?",
    r"(?:this )?(?:story|article) (?:continues|continued)",
    r"this (?:ad|advertisement) (?:has|is|will|was) .{0,80}",
    r"anzeige|werbung|publicité|publicidad|pubblicità|publicidade|reklama|реклама|advertentie|annonse?|reklam|iklan|"
    r"広告|广告|廣告|광고|إعلان|विज्ञापन",
    r"(?:skip|close|hide|report|remove) (?:this )?(?:ads?|advertisements?)|ad feedback|why this ad\??|"
    r"scroll to continue(?: .{0,30})?",
)
NEWSLETTER = opening(
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
    r"add [^\n]{2,40} as an? (?:interest|preferred|source|topic)|save articles|create your own reading list|"
    r"add to (?:my )?(?:reading list|favou?rites)",
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
COOKIE = opening(
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
LEGAL = re.compile(
    r"[\W_]{0,6}(?:©|\(c\)|copyright(?:\s?[©:(\d]| by\b|$)|&copy;|all rights reserved|alle rechte vorbehalten|"
    r"tous droits réservés|"
    r"todos los derechos|tutti i diritti|todos os direitos|"
    r"terms (?:of (?:use|service|sale)|(?:and|&) conditions)|do not sell|your california|(?:contact us|about us)(?:$|"
    r"[|:])|advertise with|registered (?:office|"
    r"company|number)|"
    r"this site is protected by|(?:market )?(?:data|quotes) (?:is |are )?(?:provided|displayed|delayed|powered)|"
    r"legal statement|"
    r"무단 ?전재|저작권자|版权所有|版權所有|著作権|issn\b|abn\b|powered by|hosted by|site by|website by|"
    r"(?:the )?(?:views|opinions)(?: and opinions)?(?: and [a-z ]{3,30})? expressed|disclaimer\b|(?:this|"
    r"our) (?:web)?site is (?:not|owned|operated|published)|"
    r"(?:this|the) (?:archived )?(?:news )?(?:material|content|article|story|report) (?:may|is|has|was|cannot|must|"
    r"shall)(?: not)?(?: be)? (?:been )?(?:published, broadcast|published from|"
    r"available (?:only )?for (?:your )?personal|"
    r"from (?:the|our) (?:\w+ )?archives?|"
    r"edited by|auto-generated|protected|reproduced|syndicated|automatically|"
    r"copyright|provided for information|generated)|"
    r"(?:no part of this|reproduction (?:in|of|without|is)|any unauthori[sz]ed|unauthori[sz]ed (?:reproduction|"
    r"copying|use)|"
    r"the unauthori[sz]ed|republish(?:ed|ing)? (?:our|with|under|this)|reprinted? (?:with|by|permission)|"
    r"our standards|trust principles|corrections?(?: policy)?(?:$|:)|editorial (?:standards|policy|guidelines)|"
    r"(?:got|have|send|know)(?: [^\s]{1,12}){0,4} (?:a |any |us )?(?:news |confidential )?tips?\b|"
    r"report (?:a |an )?(?:typo|error|correction|problem)|(?:spotted|see|found|notice) (?:a |an )(?:mistake|error|"
    r"typo)|suggest a correction|"
    r"purchase licensing|licensing rights|request (?:a )?reprint|accessibility(?:$| ?:)))",
    re.IGNORECASE,
)
RESERVED = re.compile(
    r"all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|無断転載|"
    r"転載を禁|금지",
    re.IGNORECASE,
)

# Headings of what companies must print below their news.
NOTICE_HEAD = whole(
    r"(?:(?:cautionary|special) (?:note|statement|language) (?:regarding|concerning|on|about) )?(?:the )?"
    r"forward[- ]looking (?:statements?|information)(?: disclaimer)?|safe harbou?r(?: statement)?.{0,60}|"
    r"cautionary (?:note|statement).{0,60}|no offer or solicitation|important (?:legal )?(?:notice|information)|"
    r"additional information and where to find it|participants in the solicitation|non-(?:gaap|ifrs).{0,60}|"
    r"(?:(?:media|press|investors?|company|corporate|further|public|analyst)(?: and | & |/| relations | ){0,2}){0,2}"
    r"contacts?(?: information| details)?|(?:media|press|investor) (?:enquiries|inquiries)|"
    r"notes? (?:to|for) editors?",
)

COMMENTS = whole(
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
AGO = re.compile(
    r"[\W_]{0,4}(?:(?:updated|posted|published|last updated)[ :]{0,2})?(?:\d{1,3}|an?|one|two|three|few) ?(?:s|m|h|d|"
    r"w|mins?|minutes?|hrs?|hours?|days?|weeks?|months?|years?|yrs?)(?: ?and ?\d{1,2} ?(?:mins?|minutes?|"
    r"hours?))? ago[\W_]{0,4}(?:.{0,30})|(?:just now|yesterday|today)[\W_]{0,3}",
    re.IGNORECASE,
)

# What players, forms and embedded boxes say when they fail or wait.
MESSAGE = opening(
    r"we apologi[sz]e|there (?:was|has been) an error|an error (?:has )?occurred|something went wrong|"
    r"we encountered an",
    r"please try (?:again|refreshing)|try refreshing|refresh the page|oops",
    r"(?:this|the) (?:video|audio|content|player|embed|post|tweet|ad|advertisement) (?:has|is|was|will|could|cannot|"
    r"can['’]t|isn['’]t) "
    r"(?:failed|not|no longer|currently|unavailable|be|hosted|provided|loading|unable)",
    r"your browser (?:does not|doesn['’]t|is)|media playback is|(?:audio|video) playback|to view this (?:content|"
    r"video|media)",
    r"(?:view|see) (?:this|more) (?:post|posts|tweets?|photos?) (?:on|from)|a post shared by|embedded (?:content|"
    r"tweet)|pic\.twitter\.com",
    r"(?:tap|click|press) here to (?:see|watch|view|play|read|listen)|(?:audio|video) (?:by|player)|"
    r"no compatible source|"
    r"an? [^\s]{1,20} (?:error|account) (?:occurred|already exists)|the media could not be loaded|playback speed|"
    r"(?:volume|speed|quality|subtitles|captions|fullscreen|mute|chapters|descriptions)(?: (?:off|on|settings|menu|"
    r"selected|[\d%]{1,4}))?,?(?:$|\s(?:opens|selected))",
    r"these are external links|close share panel|read more about sharing|find your bookmarks|article bookmarked|"
    r"bookmark saved|"
    r"(?:your|this) (?:article|story|page) (?:was|has been) (?:saved|added|successfully)|"
    r"(?:looks like )?you['’]ve reached your|"
    r"normal text size|larger text size|very large text size|(?:this|that) article is more than|"
    r"this page (?:has been|was) (?:translated|generated)",
)
# "— Ann Lee (@annlee) May 3, 2024" under an embedded post.
EMBEDDED = re.compile(r"[—–\-&mdash;]{1,7}\s?.{1,80}\(@\w{1,30}\).{0,40}")
