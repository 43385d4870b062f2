import DebriefModel

/// Words that the mask knows about names. They are no content: nobody reads them, and who changes them
/// changes what is hidden.
enum MaskLists {
  /// What stands before a name; the word behind it is one.
  static let titles: Set<String> = [
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "herr", "herrn", "frau", "senor",
    "senora", "senorita", "sr", "sra", "srta", "monsieur", "madame", "mme", "mlle", "signor",
    "signora", "signore", "dott", "pan", "pani", "sir", "dame", "господин", "госпожа", "г-н", "пан",
    "пані", "κυριε", "κυρια", "κυριος", "κ",
  ]
  /// What stands inside of a name and is none.
  static let particles: Set<String> = [
    "van", "von", "de", "der", "den", "la", "le", "el", "al", "bin", "ibn", "ben", "da", "di", "du",
    "do", "dos", "das", "del", "della", "della", "ter", "ten", "zu", "zur", "zum", "af", "av", "y",
    "e", "i", "the", "and", "jr", "ii", "iii", "phd",
  ]
  static let greetings: Set<String> = [
    "dear", "hello", "hi", "hey", "liebe", "lieber", "hallo", "cher", "chere", "bonjour", "querido",
    "querida", "estimado", "estimada", "hola", "caro", "cara", "gentile", "drogi", "droga",
    "szanowna", "szanowny", "дорогой", "дорогая", "уважаемый", "уважаемая", "привет",
  ]
  /// Who is named by what they do alone.
  static let roles: Set<String> = [
    "hr", "they", "them", "the", "a", "team", "manager", "hiring", "recruiter", "recruiting",
    "interviewer", "panel", "human", "resources", "my", "adviser", "advisor", "coach", "friend",
    "department", "office", "someone", "from", "of", "their", "e", "mail", "email", "phone",
    "letter", "call", "by", "in", "person", "meeting", "video", "all", "everyone", "sir", "madam",
    "hello", "committee", "president", "interviewers", "another", "other", "one", "two", "both",
    "we", "you",
  ]
  static let business: Set<String> = [
    "the", "and", "und", "inc", "ltd", "llc", "gmbh", "plc", "corp", "company", "group", "labs",
    "lab", "systems", "software", "services", "solutions", "technologies", "technology", "tech",
    "data", "digital", "bank", "media", "consulting", "partners", "holding", "international",
    "global", "cloud", "works", "studio", "studios", "network", "networks", "research", "health",
    "energy", "insurance", "university", "institute", "foundation", "agency", "co-op", "coop",
    "cafe", "sohne", "sons", "new", "first", "one", "people", "home", "for", "with", "corporation",
    "limited", "spa", "srl", "sarl",
  ]
  /// What a company is by law, written to its name without a blank.
  static let eastAsianForms = [
    "株式会社", "有限会社", "合同会社", "股份有限公司", "有限公司", "公司", "集团", "集團", "주식회사",
  ]
  /// Words of other tongues that are names at least as often; a capital tells.
  static let common: Set<String> = [
    "rob", "max", "ray", "li", "le", "so", "an", "do", "he", "in", "on", "no", "pat", "sue", "joy",
    "art", "may", "will", "mark", "bill", "rose", "grace", "hope", "faith", "drew", "dean", "frank",
  ]
  /// Names that are words of every other sentence: where one begins, they are the word.
  static let little: Set<String> = [
    "so", "an", "do", "he", "in", "on", "no", "you", "my", "me", "we", "us", "go", "long", "can",
    "any", "oh", "am", "as", "at", "by", "is", "it", "or", "to", "up", "if", "of", "be",
  ]
  /// Words of assent and their like in some tongues, and what stands between them: no company is known
  /// by them alone.
  static let answers: Set<String> = [
    "yes", "no", "not", "maybe", "ja", "nein", "oui", "non", "si", "tak", "nie", "ne", "da", "nej",
    "ei", "kylla", "sim", "nao", "hai", "und", "oder", "and", "or", "et", "ou", "y", "o", "e", "i",
    "a", "der", "die", "das", "mit", "fur", "von", "aus", "wir", "ich", "sie", "danke", "bitte",
    "merci", "gracias", "les", "des", "une", "los", "las", "por", "para", "con",
  ]
  /// Months that are names as well.
  static let months: Set<String> = ["april", "may", "june", "august"]
  /// What stands before a month and seldom before a person.
  static let beforeMonths: Set<String> = [
    "in", "since", "until", "till", "by", "early", "mid", "late", "last", "next", "this", "every",
    "each", "during", "throughout", "between", "start", "beginning", "middle", "end", "through",
  ]
  /// What follows one of these words where it is the word.
  static let plainBefore: [String: Set<String>] = [
    "art": [
      "is", "of", "and", "or", "for", "school", "history", "director", "department", "degree",
      "class", "form", "work", "works", "gallery", "museum", "project", "team", "on", "in",
    ],
    "angel": ["investor", "investors", "investment"],
    "bill": ["for", "of", "them", "it", "to", "payable"],
    "chase": ["it", "down", "up", "after"],
    "chip": ["in"],
    "crystal": ["clear", "ball"],
    "dawn": ["of", "on"],
    "dean": ["of"],
    "drew": ["a", "the", "on", "it", "up", "my", "from", "three", "two", "boxes"],
    "faith": ["in"],
    "frank": ["and", "feedback", "but", "about", "answers", "answer", "words", "talk", "advice"],
    "grace": ["under", "period", "periods"],
    "gene": ["therapy", "editing", "expression"],
    "grant": ["access", "funding", "money", "writing", "proposal", "proposals", "application"],
    "honor": ["to", "of"],
    "hope": [
      "to", "that", "you", "this", "it", "all", "we", "i", "the", "for", "everyone", "your", "they",
      "is", "so", "not", "of",
    ],
    "ivy": ["league"],
    "jack": ["of", "up"],
    "joy": ["of", "in", "to"],
    "mark": ["the", "my", "it", "this", "that", "as", "down", "up", "your", "of", "where", "them"],
    "may": ["i", "be"],
    "mercy": ["of"],
    "miles": ["away", "from", "per", "of", "to"],
    "nick": ["of"],
    "olive": ["oil", "branch"],
    "pat": ["on"],
    "patience": ["with", "of"],
    "penny": ["for"],
    "ray": ["of"],
    "rich": ["in", "text", "benefits", "source", "content", "media", "people", "enough"],
    "rose": ["to", "early", "from", "up", "by", "again"],
    "ruby": ["on"],
    "skip": ["to", "over", "ahead", "it", "this"],
    "sue": ["them", "you", "the", "for", "us"],
    "summer": ["of", "internship", "school", "job", "break", "vacation", "camp", "course"],
    "wade": ["through", "into"],
    "will": [
      "be", "not", "someone", "somebody", "anyone", "anybody", "everyone", "everybody", "these",
      "those", "all", "any", "some", "each", "every", "one", "its", "nobody", "people", "to",
      "do", "send", "call", "get", "let", "follow", "keep", "try", "ask", "check", "write", "reply",
      "need", "have", "take", "make", "come", "go", "see", "update", "bring", "know", "report",
    ],
  ]
  /// What stands before one of these words where it is the word.
  static let plainBehind: [String: Set<String>] = [
    "art": [
      "of", "modern", "fine", "martial", "graphic", "digital", "contemporary", "performing", "pop",
      "street", "visual", "black", "lost",
    ],
    "bill": ["phone", "power", "electric", "dollar", "hospital", "water"],
    "faith": ["good", "bad", "in"],
    "grace": ["saving", "of", "good", "with"],
    "hope": [
      "i", "we", "no", "last", "lost", "of", "in", "still", "only", "they", "and", "little",
    ],
    "joy": ["of", "with", "for"],
    "mark": [
      "question", "check", "exclamation", "trade", "quotation", "high", "low", "to", "will",
    ],
    "autumn": ["last", "this", "next", "in", "early", "late"],
    "rose": ["red", "prices", "it", "sun"],
    "summer": ["last", "this", "next", "in", "over", "all", "early", "late", "mid"],
    "will": ["free", "good", "ill", "own", "strong", "last", "living", "of"],
  ]
  /// What stands before a thing: nobody says it before a person's name.
  static let articles: Set<String> = [
    "a", "an", "the", "your", "our", "their", "its", "his", "her", "my", "this", "that", "no",
    "any", "some", "every",
  ]
  /// Who something is done to. A name that is also a verb is the verb before these.
  static let objects: Set<String> = [
    "me", "us", "him", "them", "myself", "yourself", "ourselves", "themselves", "itself",
  ]
  /// What stands before a verb in small letters.
  static let beforeVerbs: Set<String> = [
    "to", "will", "would", "can", "could", "may", "might", "must", "should", "shall", "not", "and",
    "or", "please", "just", "then", "also", "always", "never", "i", "you", "we", "they", "who",
    "dont", "didnt", "wont", "cant", "cannot", "do", "did",
    "does", "let", "theyll", "youll", "theyd", "youd",
  ]
  /// What follows "Will" or "May" where it is no name.
  static let pronouns: Set<String> = [
    "i", "you", "he", "she", "it", "we", "they", "the", "a", "an", "this", "that", "there", "my",
    "your", "our", "their", "his", "her", "be", "not",
  ]
  /// What is put behind a name to honour it.
  static let honours = ["さん", "様", "氏", "さま"]
  /// What an honour behind it makes no name.
  static let nobody: Set<String> = [
    "皆", "客", "母", "父", "兄", "姉", "奥", "店員", "運転手", "学生", "神", "何", "王", "仏", "子", "同", "両",
    "彼", "某", "各", "担当者", "面接官", "人事",
  ]
  /// What follows a family name of one character.
  static let honoursBehind = [
    "さん", "様", "氏", "さま", "君", "くん", "先生", "女士", "小姐", "太太", "经理", "經理", "老师", "老師", "总", "總",
    "某", "部長", "課長", "社長", "씨", "님", "과장", "부장", "대리", "팀장", "이사", "사장", "선생",
  ]
  /// What a Russian or Ukrainian name ends with in one case or the other.
  static let cyrillicEndings: Set<String> = [
    "", "а", "я", "у", "ю", "ы", "и", "е", "о", "і", "ь", "ои", "еи", "ою", "ею", "ом", "ем", "ым",
    "им", "ого", "его", "ому", "ему", "ии", "єю", "ові", "ими", "ых",
  ]
  /// The same for Greek.
  static let greekEndings: Set<String> = [
    "", "α", "η", "ο", "ε", "ι", "ασ", "ησ", "οσ", "εσ", "ου", "ουσ", "ων", "ιου", "υ",
  ]
}
