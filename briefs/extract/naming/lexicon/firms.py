"""Words in companies' names and around them: legal forms, cues, what firms have and do."""

from __future__ import annotations

from briefs.tables.tongues import english, english_by_key

LEGAL_FORMS = english("legal_form")
COMPANY_CUES = english("firm_cue")
WEAK_COMPANY_CUES = english("weak_firm_cue")
BRANDED = english("trade_in_short")
COMPANY_NOUNS = english("firm")
INDUSTRIES = english("industry")
PERSONAL_TRADES = english("personal_trade")
SHAREHOLDINGS = english("firm_has_only")
BUSINESS_POSSESSIONS = english("firm_has")
BUSINESS_VERBS = english("firm_does")
PRICE_VERBS = english("price_does")
BUSINESS_OBJECTS = english("done_to_firm")
WEAK_OBJECTS = english("done_to_many")
BUSINESS_LINKS: dict[str, frozenset[str]] = {
    key: frozenset(forms) for key, forms in english_by_key("firm_link").items()
}

BUSINESS_NOUNS_AFTER = english("after_firm")
