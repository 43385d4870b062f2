/// What the words beside a figure of pay mean: currencies, multiples, spans of time, tax, extras.
enum PayWords {
  // MARK: - Currencies

  /// A currency as it is written, and what it may stand for: `kr` is one of several.
  struct Currency: Equatable {
    var written: String
    var codes: Set<String>
    /// Whether it names one country's money: a code or a sign that no other country shares.
    var isExact: Bool

    func mayBe(_ other: Currency) -> Bool { !codes.isDisjoint(with: other.codes) }
  }

  /// Signs, by themselves and behind letters.
  private static let signs: [String: [String]] = [
    "€": ["EUR"], "£": ["GBP"], "$": ["USD"], "¥": ["JPY", "CNY"], "￥": ["JPY", "CNY"],
    "円": ["JPY"], "元": ["CNY"], "원": ["KRW"], "₩": ["KRW"], "₹": ["INR"],
    "₨": ["INR", "PKR", "LKR", "NPR", "MUR"], "₽": ["RUB"], "₺": ["TRY"], "₴": ["UAH"],
    "₪": ["ILS"], "₫": ["VND"], "฿": ["THB"], "₱": ["PHP"], "₦": ["NGN"], "₵": ["GHS"],
    "₸": ["KZT"], "₾": ["GEL"], "₼": ["AZN"], "₡": ["CRC"], "₲": ["PYG"], "₿": ["BTC"],
    "us$": ["USD"], "c$": ["CAD"], "ca$": ["CAD"], "can$": ["CAD"], "cdn$": ["CAD"],
    "a$": ["AUD"], "au$": ["AUD"], "nz$": ["NZD"], "hk$": ["HKD"], "s$": ["SGD"],
    "sg$": ["SGD"], "nt$": ["TWD"], "r$": ["BRL"], "mx$": ["MXN"], "mex$": ["MXN"],
    "j$": ["JMD"], "tt$": ["TTD"], "z$": ["ZWL"], "৳": ["BDT"], "₭": ["LAK"], "៛": ["KHR"],
    "֏": ["AMD"], "₮": ["MNT"], "﷼": ["IRR", "SAR", "QAR", "OMR", "YER"], "s/": ["PEN"],
    "b/": ["PAB"],
  ]

  /// Words and usual short forms. Those that are everyday words, too, count only beside a figure.
  private static let words: [String: [String]] = [
    "euro": ["EUR"], "euros": ["EUR"], "evro": ["EUR"], "eu": ["EUR"], "pound": ["GBP"],
    "pounds": ["GBP"], "quid": ["GBP"], "sterling": ["GBP"], "dollar": ["USD"],
    "dollars": ["USD"], "bucks": ["USD"], "kr": ["SEK", "NOK", "DKK", "ISK"],
    "krona": ["SEK", "ISK"], "kronor": ["SEK"], "kroner": ["NOK", "DKK"],
    "krone": ["NOK", "DKK"], "crowns": ["SEK", "NOK", "DKK", "ISK", "CZK"], "kč": ["CZK"],
    "kc": ["CZK"], "korun": ["CZK"], "ft": ["HUF"], "forint": ["HUF"], "forints": ["HUF"],
    "zł": ["PLN"], "zl": ["PLN"], "złotych": ["PLN"], "zloty": ["PLN"], "zlotys": ["PLN"],
    "złoty": ["PLN"], "lei": ["RON", "MDL"], "leu": ["RON", "MDL"], "лв": ["BGN"],
    "leva": ["BGN"], "lev": ["BGN"], "fr": ["CHF"], "sfr": ["CHF"],
    "francs": ["CHF", "XOF", "XAF"],
    "franken": ["CHF"], "franc": ["CHF", "XOF", "XAF"], "yen": ["JPY"], "yuan": ["CNY"],
    "rmb": ["CNY"], "renminbi": ["CNY"], "won": ["KRW"], "rs": ["INR", "PKR", "LKR", "NPR", "MUR"],
    "rupee": ["INR", "PKR", "LKR", "NPR", "MUR"], "rupees": ["INR", "PKR", "LKR", "NPR", "MUR"],
    "руб": ["RUB"], "р": ["RUB"], "рублей": ["RUB"], "rubles": ["RUB"], "roubles": ["RUB"],
    "грн": ["UAH"], "hryvnia": ["UAH"], "tl": ["TRY"], "lira": ["TRY"], "nis": ["ILS"],
    "shekel": ["ILS"], "shekels": ["ILS"], "baht": ["THB"], "naira": ["NGN"], "cedi": ["GHS"],
    "rand": ["ZAR"], "rp": ["IDR"], "rupiah": ["IDR"], "rm": ["MYR"], "ringgit": ["MYR"],
    "ksh": ["KES"], "kshs": ["KES"], "dirham": ["AED", "MAD"], "dirhams": ["AED", "MAD"],
    "dhs": ["AED"], "riyal": ["SAR", "QAR"], "riyals": ["SAR", "QAR"], "real": ["BRL"],
    "reais": ["BRL"], "peso": ["MXN", "ARS", "CLP", "COP", "PHP", "UYU", "DOP"],
    "pesos": ["MXN", "ARS", "CLP", "COP", "PHP", "UYU", "DOP"], "đ": ["VND"], "dong": ["VND"],
    "tk": ["BDT"], "taka": ["BDT"], "birr": ["ETB"], "ush": ["UGX"],
    "tsh": ["TZS"], "shillings": ["KES", "UGX", "TZS"], "din": ["RSD", "MKD", "DZD"],
    "dinar": dinars, "dinars": dinars, "دينار": dinars, "denar": ["MKD"], "denari": ["MKD"],
    "fcfa": ["XOF", "XAF"], "cfa": ["XOF", "XAF"], "frw": ["RWF"], "quetzal": ["GTQ"],
    "quetzales": ["GTQ"], "soles": ["PEN"], "lempiras": ["HNL"], "colones": ["CRC"],
    "kwacha": ["ZMW", "MWK"], "pula": ["BWP"], "kyat": ["MMK"], "tenge": ["KZT"], "тг": ["KZT"],
    "lari": ["GEL"], "dram": ["AMD"], "lek": ["ALL"], "manat": ["AZN", "TMT"],
    "دإ": ["AED"], "درهم": ["AED", "MAD"], "ريال": ["SAR", "QAR", "OMR", "YER"],
  ]
  private static let dinars = ["RSD", "MKD", "DZD", "TND", "KWD", "BHD", "JOD", "IQD", "LYD"]
  /// Capitals that are money before a sum, and else a letter, a grade, or a quarter.
  private static let letters: [String: [String]] = [
    "R": ["ZAR"], "N": ["NGN"], "P": ["PHP", "BWP"], "Q": ["GTQ"], "K": ["PGK", "ZMW", "MMK"],
    "L": ["HNL"], "MK": ["MWK"], "KM": ["BAM"], "Kz": ["AOA"], "DA": ["DZD"], "DT": ["TND"],
    "Br": ["ETB", "BYN"], "Bs": ["BOB", "VES"],
  ]
  private static let everyday: Set<String> = [
    "din", "tk", "lek", "dram",
    "real", "won", "rand", "pound", "eu", "fr", "ft", "kc", "р", "rs", "rm", "tl", "nis",
    "lev", "sterling", "crowns",
  ]

  private static let codes = Set(
    """
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN
    BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD GBP GEL GHS GMD
    GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KRW KWD KYD KZT
    LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK
    NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SLE SOS SRD
    SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD
    XOF YER ZAR ZMW ZWL
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
  /// Codes that are words when they are written small or stand alone.
  private static let codesThatAreWords: Set<String> = [
    "ALL", "AMD", "ANG", "BAM", "BOB", "CAD", "COP", "CUP", "GEL", "LAK", "MAD", "MOP", "PEN",
    "SOS", "TOP", "TRY", "SAR",
  ]

  /// The currency a word or sign names; `beside` says that it stands right beside a figure.
  static func currency(_ written: String, beside: Bool) -> Currency? {
    let low = written.lowercased()
    if let codes = signs[low] {
      return Currency(written: written, codes: Set(codes), isExact: low != "$" && codes.count == 1)
    }
    let upper = written.uppercased()
    if codes.contains(upper), written == upper || low == written || beside {
      let isWord = codesThatAreWords.contains(upper)
      if !isWord || (beside && (written == upper || upper == "CAD")) {
        return Currency(written: upper, codes: [upper], isExact: true)
      }
    }
    guard let codes = words[low], beside || !everyday.contains(low) else { return nil }
    return Currency(written: written, codes: Set(codes), isExact: false)
  }

  /// The currency that a capital or two before a number name, if the number is as large as pay: `N350k`, `Q 9,000`.
  static func currency(letters written: String, isSum: Bool) -> Currency? {
    guard let codes = letters[written], isSum || written == "R" else { return nil }
    return Currency(written: written, codes: Set(codes), isExact: false)
  }

  /// `TEUR` and `k€` in one word: a multiple and a currency; so are `tkr` and `mkr`.
  static func scaledCurrency(_ written: String) -> (times: Int, currency: Currency)? {
    let krona: [String: Int] = ["tkr": 1000, "kkr": 1000, "mkr": 1_000_000]
    if let times = krona[written.lowercased()], let codes = words["kr"] {
      return (times, Currency(written: "kr", codes: Set(codes), isExact: false))
    }
    guard let first = written.first, written.count == 4 else { return nil }
    let code = String(written.dropFirst())
    guard codes.contains(code), code == code.uppercased() else { return nil }
    let times: Int
    switch first {
    case "T", "t", "k", "K": times = 1000
    case "M", "m": times = 1_000_000
    default: return nil
    }
    return (times, Currency(written: code, codes: [code], isExact: true))
  }

  /// Currencies with three decimals: there a point before three figures is no thousand.
  static let ofThreeDecimals: Set<String> = ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"]

  // MARK: - Multiples

  /// What a word behind a number multiplies it by. `mil` is a thousand in Spanish and a million in
  /// English, which is told by the number.
  static func times(_ word: String, of tenThousandths: Int) -> Int? {
    switch word.lowercased() {
    case "천", "ezer", "k", "thousand", "grand", "tsd", "tausend", "tys", "tis", "тыс", "ribu", "rb",
      "千",
      "mille", "tusen":
      return 1000
    case "mil": return tenThousandths < 100_000 ? 1_000_000 : 1000
    case "万", "萬", "만": return 10_000
    case "lakh", "lakhs", "lac", "lacs", "lpa": return 100_000
    case "l": return word == "L" ? 100_000 : nil
    case "m", "mm", "mn", "mio", "mln", "million", "millions", "millionen", "millones", "млн",
      "juta", "jt", "triệu", "tr", "millió", "百万", "백만":
      return 1_000_000
    case "crore", "crores", "cr", "천만": return 10_000_000
    case "億", "亿", "억": return 100_000_000
    case "bn", "billion", "mrd", "mld", "млрд": return 1_000_000_000
    default: return nil
    }
  }

  /// Multiples of languages that write a comma before decimals.
  static let withDecimalComma: Set<String> = [
    "mio", "mln", "mrd", "mld", "tsd", "tys", "tis", "millionen", "millones", "тыс", "млн", "млрд",
  ]

  // MARK: - Spans of time

  /// For which span of time pay is.
  enum Period: Int, CaseIterable {
    case hour, day, week, fortnight, halfMonth, month, year

    /// As a sentence says it.
    var label: String {
      switch self {
      case .hour: "per hour"
      case .day: "per day"
      case .week: "per week"
      case .fortnight: "every two weeks"
      case .halfMonth: "twice a month"
      case .month: "per month"
      case .year: "per year"
      }
    }
  }

  /// Words that say it by themselves.
  static func adverb(_ word: String) -> Period? {
    switch word {
    case "hourly", "ph", "stundenlohn", "stundensatz", "stündlich", "時給", "时薪", "시급": .hour
    case "daily", "pd", "tagessatz", "täglich", "dayrate", "日給", "日薪", "일급": .day
    case "weekly", "pw", "wöchentlich", "周薪": .week
    case "fortnightly", "biweekly", "bi-weekly": .fortnight
    case "semimonthly", "semi-monthly": .halfMonth
    case "monthly", "pm", "pcm", "monatlich", "monatsgehalt", "mensuel", "mensual", "mensuels",
      "mensuales", "miesięcznie", "mies", "mtl", "月給", "月薪", "월급":
      .month
    case "yearly", "annual", "annually", "annum", "pa", "lpa", "jährlich", "jahresgehalt", "annuel",
      "annuels", "anual", "anuales", "rocznie", "年収", "年俸", "年薪", "연봉":
      .year
    default: nil
    }
  }

  /// Nouns that say it behind `per`, `a` or a stroke.
  static func unit(_ word: String) -> Period? {
    switch word {
    case "hour", "hours", "hr", "hrs", "h", "std", "stunde", "stunden", "heure", "heures", "hora",
      "horas", "ora", "godz", "godzinę", "uur", "timme", "time", "timen", "час", "óra", "時間", "小时",
      "jam", "giờ":
      .hour
    case "day", "days", "d", "diem", "manday", "md", "tag", "tage", "jour", "jours", "día", "dia",
      "giorno", "dzień", "dag", "день", "nap", "日", "hari", "ngày":
      .day
    case "week", "weeks", "wk", "wks", "w", "woche", "wochen", "semaine", "semana", "settimana",
      "tydzień", "vecka", "неделю", "週", "周":
      .week
    case "fortnight": .fortnight
    case "month", "months", "mo", "mth", "mths", "m", "mon", "mois", "mes", "meses", "mês", "monat",
      "monate", "mese", "miesiąc", "mc", "maand", "måned", "månad", "mån", "mnd", "måneden",
      "месяц",
      "hó", "hónap", "měs", "měsíc", "měsíčně", "мес", "月", "月間", "월", "bulan", "tháng", "ay":
      .month
    case "year", "years", "yr", "yrs", "y", "annum", "jahr", "jahre", "an", "año", "ano", "anno",
      "rok", "jaar", "år", "året", "год", "év", "年", "년", "tahun", "năm":
      .year
    default: nil
    }
  }

  /// What leads to such a noun; `an` is a year only behind a stroke or `par`.
  static let leads: Set<String> = [
    "/", "per", "a", "an", "each", "every", "the", "pro", "par", "por", "al", "im", "je", "na",
    "za",
    "all", "i", "в", "one", "pr", "om",
  ]

  /// How often a year: `13 salaries`.
  static let payments: Set<String> = [
    "salaries", "payments", "pagas", "salary", "gehälter", "monatsgehälter", "mensualités",
    "mensilità", "instalments", "installments", "paychecks", "payslips", "wages", "month", "months",
    "gehältern", "monatsgehältern", "monatsgehalt", "monatslöhne", "mois", "mensualité", "mesi",
    "salários", "salarios", "sueldos", "mensualidades", "paga", "salarissen", "maanden", "月分",
    "薪", "monate",
  ]

  /// Before such a count, what makes the pay one for the year that comes in so many parts.
  static let spreads: Set<String> = [
    "in", "over", "across", "into", "for", "en", "sur", "em", "su", "auf", "op", "através",
  ]

  // MARK: - Tax and extras

  /// Whether pay is before or after tax.
  enum Tax { case gross, net }

  static func tax(_ word: String) -> Tax? {
    switch word {
    case "gross", "brutto", "brut", "bruts", "bruto", "bruttó", "lordo", "lordi", "pretax", "ctc",
      "税前", "before-tax":
      .gross
    case "net", "nett", "netto", "neto", "netos", "nets", "nettó", "líquido", "cash-in-hand",
      "takehome", "take-home", "in-hand", "手取り", "税后":
      .net
    default: nil
    }
  }

  /// What a country is called beside the name of its money: whose dollars they are.
  private static let lands: [String: [String: String]] = {
    let list = """
      dollar us USD, dollar american USD, dollar canadian CAD, dollar australian AUD, dollar aussie AUD,
      dollar singapore SGD, dollar singaporean SGD, dollar hongkong HKD, dollar newzealand NZD, dollar kiwi NZD,
      dollar taiwan TWD, dollar taiwanese TWD, dollar jamaican JMD, dollar namibian NAD,
      peso mexican MXN, peso colombian COP, peso argentine ARS, peso argentinian ARS, peso chilean CLP,
      peso philippine PHP, peso filipino PHP, peso uruguayan UYU, peso dominican DOP,
      crown danish DKK, crown norwegian NOK, crown swedish SEK, crown icelandic ISK, crown czech CZK,
      franc swiss CHF, franc cfa XOF, pound british GBP, pound uk GBP, pound english GBP, pound egyptian EGP,
      pound lebanese LBP, pound syrian SYP, pound sudanese SDG, rupee indian INR, rupee pakistani PKR,
      rupee nepali NPR, rupee nepalese NPR, rupee srilankan LKR, rupee mauritian MUR, dirham uae AED,
      dirham emirati AED, dirham moroccan MAD, riyal saudi SAR, riyal qatari QAR, riyal omani OMR
      """
    var lands: [String: [String: String]] = [:]
    for entry in list.split(whereSeparator: { ",\n".contains($0) }) {
      let words = entry.split(separator: " ").map(String.init)
      if words.count == 3 { lands[words[0], default: [:]][words[1]] = words[2] }
    }
    return lands
  }()

  private static let families: [String: String] = [
    "$": "dollar", "dollar": "dollar", "dollars": "dollar", "bucks": "dollar", "peso": "peso",
    "pesos": "peso", "kr": "crown", "krona": "crown", "kronor": "crown", "krone": "crown",
    "kroner": "crown", "kronur": "crown", "crown": "crown", "crowns": "crown", "koruna": "crown",
    "franc": "franc", "francs": "franc", "franken": "franc", "£": "pound", "pound": "pound",
    "pounds": "pound", "rupee": "rupee", "rupees": "rupee", "rs": "rupee", "₨": "rupee",
    "dirham": "dirham", "dirhams": "dirham", "riyal": "riyal", "riyals": "riyal", "rial": "riyal",
    "rials": "riyal",
  ]

  /// The money of a country that is named by a word or two and what its money is called: `Canadian dollars`.
  static func currency(of land: String, called noun: String) -> Currency? {
    guard let family = families[noun], let code = lands[family]?[land] else { return nil }
    return Currency(written: "\(land) \(noun)", codes: [code], isExact: true)
  }

  /// What is paid beside the pay.
  static let extras: Set<String> = [
    "bonus", "bonuses", "sign-on", "signon", "signing", "equity", "rsu", "rsus", "stock", "shares",
    "options", "commission", "relocation", "allowance", "pension", "benefits", "variable",
    "superannuation", "super", "match", "stipend", "perks", "budget", "prämie", "boni", "premie",
    "prime", "esop",
  ]

  /// What a figure holds: the fixed part alone, or what can come on top of it as well.
  enum Basis { case base, total }

  /// What a word says about that.
  static func basis(_ word: String) -> Basis? {
    switch word {
    case "base", "basic", "fixed", "fix", "fixum", "grundgehalt", "fixgehalt": .base
    case "ote", "tc", "ctc", "total", "package", "all-in", "tcc", "zielgehalt", "on-target": .total
    default: nil
    }
  }

  /// What comes on top of fixed pay, or is counted in with it.
  static let onTop: Set<String> = [
    "bonus", "bonuses", "commission", "commissions", "variable", "equity", "rsu", "rsus", "stock",
    "shares", "options", "prämie", "boni", "premie", "prime", "prima",
  ]

  /// Whether pay is an employee's, or that of somebody who pays their own taxes and insurance.
  enum Hire {
    case employed, own

    /// As a sentence says it.
    var label: String { self == .employed ? "for an employee" : "for a contractor" }
  }

  /// Words that say it, without their signs; two of them together where one alone says nothing.
  private static let hires: [String: Hire] = [
    "w2": .employed, "w 2": .employed, "uop": .employed, "paye": .employed, "clt": .employed,
    "permanent": .employed, "perm": .employed, "employee": .employed, "employed": .employed,
    "inside ir35": .employed, "festanstellung": .employed, "unbefristet": .employed,
    "1099": .own, "c2c": .own, "b2b": .own, "corp to": .own, "contractor": .own, "freelance": .own,
    "freelancer": .own, "freiberuflich": .own, "pj": .own, "outside ir35": .own,
    "self employed": .own,
  ]

  /// How somebody is hired, where a text says just one thing about it.
  static func hire(_ text: String) -> Hire? {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    var found: Set<Hire> = []
    var at = 0
    while at < words.count {
      let two = at + 1 < words.count ? hires["\(words[at]) \(words[at + 1])"] : nil
      if let it = two ?? hires[words[at]] { found.insert(it) }
      at += two == nil ? 1 : 2
    }
    return found.count == 1 ? found.first : nil
  }

  /// What a figure is for: a whole post, as if one worked all its hours, or a part of one.
  enum Share { case full, part }

  /// What a word says about that; `pro rata` names the pay of the whole post.
  static func share(_ word: String) -> Share? {
    switch word {
    case "fte", "full-time", "fulltime", "vollzeit", "rata", "prorata", "pro-rata": .full
    case "part-time", "parttime", "teilzeit", "half-time": .part
    default: nil
    }
  }

  /// What parts the pay from what else is said.
  static let breaks: Set<String> = [
    ",", ";", "(", ")", "+", "plus", "and", "&", "·", "|", "\n", "with", "incl", "including",
    "inclusive", "excl", "excluding", "or", "but", ":", "•", "=", "≈", "zzgl", "und", "about",
    "approx", "ca", "before", "after", "on", "then", "minus", "less",
  ]

  /// What joins the two ends of a range.
  static let joins: Set<String> = [
    "-", "–", "—", "−", "~", "〜", "～", "to", "bis", "till", "until", "à", "a", "do", "tot", "…",
    "..", "...", "/", "and", "e", "y", "до",
  ]

  /// Before a figure that is the most, and before one that is the least.
  static let mosts: Set<String> = ["to", "max", "maximum", "most", "below", "under", "zu", "до"]
  static let leasts: Set<String> = [
    "from", "min", "minimum", "least", "above", "over", "starting", "ab", "dès", "desde", "od",
    "от",
    "mindestens",
  ]

  /// Before a number that is a step of a scale, a date or the like.
  static let ranks: Set<String> = [
    "level", "grade", "band", "step", "tier", "stufe", "in", "of", "since", "until", "article",
    "version", "day", "week", "round", "no", "nr", "point",
  ]
}
