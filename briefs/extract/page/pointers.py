"""What leads away from a story, by kind and in several languages: related posts, bios, references, tags, navigation."""

from __future__ import annotations

import re

from briefs.extract.page.phrases import opening, whole

RELATED_HEAD = whole(
    r"(?:related|relevant|similar|suggested|recommended|other|further|more|latest|recent|popular|top|trending|"
    r"featured|breaking|hot|best|new|today['’]s|our|all|this week['’]s|previous|next|previous and next)(?: (?:top|"
    r"latest|recent|popular|best|new|most|great|other|from|news|big|must|local|business|world|national|sponsored|"
    r"related|video|featured))?"
    r" (?:articles?|stories|story|posts?|news|content|contents|topics?|links?|reads?|reading|coverage|videos?|"
    r"headlines?|items?|picks?|searches|tags?|now|pages?|features?|columns?|reports?|opinions?|insights?|galleries|"
    r"gallery|products?|deals?|events?|issues?|editions?|podcasts?|jobs|websites?|resources?|updates?|"
    r"today)(?: .{0,30})?",
    r"related|recommended(?: for you)?|featured|elsewhere|in other news|also in the news|trending|popular|latest|"
    r"recent(?:ly)?|more|read next|up next|"
    r"what to read next|next up|"
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
    r"noticias relacionadas|te puede interesar|lo más leído|lee también|más información|más noticias|más noticias|"
    r"artículos relacionados|"
    r"leggi anche|potrebbe interessarti|articoli correlati|leia (?:também|mais)|notícias relacionadas|mais lidas|"
    r"lees ook|meer over|gerelateerd|czytaj (?:też|także|więcej)|читайте также|по теме|новости по теме|"
    r"ilgili haberler|baca juga|berita terkait|artikel terkait|関連記事|相关阅读|相关新闻|相關新聞|延伸閱讀|"
    r"推荐阅读|관련 ?기사|관련 ?뉴스|많이 본 뉴스|"
    r"اقرأ أيضا|أخبار ذات صلة|مواضيع ذات صلة|यह भी पढ़ें",
)
RELATED_LINE = opening(
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
RELATED_BRACKET = re.compile(
    r"[\W_]{0,3}\[\s?(?:related|read more|also read|read also|watch|see also|more|read)\s?:", re.IGNORECASE
)
BIO_HEAD = whole(
    r"(?:about|meet|more about) (?:the )?(?:authors?|writers?|reporters?|journalists?|contributors?)(?: .{0,30})?|"
    r"author(?:s| bio| profile)?|über den autor|sobre el autor|à propos de l['’]auteur|contributors?"
)
REFERENCES_HEAD = whole(
    r"(?:references?|sources?|notes?|footnotes?|endnotes?|citations?|bibliography|works cited|further reading|"
    r"quellen|références|fuentes|fonti|referências|источники|参考文献|参考资料|參考資料|참고(?: ?문헌|"
    r" ?자료)?)(?: (?:and|&) (?:notes?|"
    r"references?|further reading|links))?"
)
TAGS_HEAD = opening(
    r"(?:tags?|topics?|keywords?|categories|category|filed under|posted in|filed in|schlagwörter|mots-clés|etiquetas|"
    r"temas|tag|themen|sujets|marcadores|теги|标签|標籤|태그|related topics|article topics|topics covered|more on|"
    r"read more on|explore more topics|in this article|companies|people)\s?[:：]|tags?$|topics?$|categories$|"
    r"keywords$|related tags$|tagged(?: (?:with|as|in).{0,60})?$"
)
NAVIGATION = whole(
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
    r"한국어|日本語|中文|简体中文|繁體中文|english version|deutsch|français|español|português|italiano|русский|"
    r"العربية|türkçe|polski|"
    r"nederlands|हिन्दी|bahasa (?:indonesia|melayu|malaysia)|tiếng việt|ไทย|ελληνικά|magyar|română|čeština|svenska|"
    r"українська|فارسی|עברית",
)
