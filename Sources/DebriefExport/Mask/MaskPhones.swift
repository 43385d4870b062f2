import DebriefModel

/// Telephone numbers, known or not, as they are written in many countries; salaries, years, dates and
/// counts are no such numbers. In doubt a number goes: what is shown must not ring anywhere.
enum MaskPhones {
  /// The digits of a text, those of other scripts as ours.
  static func digits(_ text: String) -> String {
    String(text.compactMap(digit).map { Character(String($0)) })
  }

  /// Whether two numbers ring at the same place: with or without the country and the noughts before.
  static func isSame(_ a: String, _ b: String) -> Bool {
    if a == b { return !a.isEmpty }
    let (a, b) = (a.drop { $0 == "0" }, b.drop { $0 == "0" })
    let (short, long) = a.count < b.count ? (a, b) : (b, a)
    return short.count >= 6 && long.hasSuffix(short)
  }

  private static func digit(_ c: Character) -> Int? {
    guard c.isNumber, let value = c.wholeNumberValue, value < 10,
      c.unicodeScalars.first?.properties.generalCategory == .decimalNumber
    else { return nil }
    return value
  }

  static func pieces(_ text: String, _ known: [(digits: String, standIn: String)]) -> [MaskPiece] {
    guard text.contains(where: { digit($0) != nil }) else { return [MaskPiece(text)] }
    let chars = Array(text)
    var pieces: [MaskPiece] = []
    var done = 0
    var at = 0
    while at < chars.count {
      guard let run = MaskRun(chars, from: at) else {
        at += 1
        continue
      }
      let found = digits(String(chars[run.place]))
      let standIn =
        known.first { found.count >= 4 && isSame($0.digits, found) }?.standIn
        ?? (run.isPhone(chars) ? "Phone" : nil)
      if let standIn {
        if run.place.lowerBound > done {
          pieces.append(MaskPiece(String(chars[done..<run.place.lowerBound])))
        }
        pieces.append(MaskPiece(standIn: standIn))
        done = run.place.upperBound
      }
      at = run.place.upperBound
    }
    if done < chars.count { pieces.append(MaskPiece(String(chars[done...]))) }
    return pieces
  }

  /// The digits of a character, for a run.
  static func isDigit(_ c: Character) -> Bool { digit(c) != nil }
}

/// Digits in a row, with what parts them.
struct MaskRun {
  /// Where it stands.
  let place: Range<Int>
  /// Its groups of digits.
  private(set) var groups: [String] = []
  /// What stands before the first group and between the groups.
  private(set) var gaps: [String] = []

  /// The run that begins at a place; nil where none does.
  init?(_ chars: [Character], from start: Int) {
    let first = chars[start]
    guard MaskPhones.isDigit(first) || "+(＋（".contains(first) else { return nil }
    // A digit behind a letter, a dot or a number sign belongs to something else: v1.2, #1234567.
    if start > 0, MaskPhones.isDigit(first) || first == "+" {
      let before = chars[start - 1]
      if MaskName.isWord(before) && MaskName.isParted(before) || "._#$€£¥₹%".contains(before) {
        guard before == "." && start > 1 && chars[start - 2].isLetter || "$€£¥₹".contains(before)
        else { return nil }
      }
      if before == "-", start > 1, MaskName.isWord(chars[start - 2]), chars[start - 2].isLetter {
        return nil
      }
    }
    var at = start
    var end = start
    var gap = ""
    while at < chars.count {
      if MaskPhones.isDigit(chars[at]) {
        var group = ""
        while at < chars.count, MaskPhones.isDigit(chars[at]) {
          group += MaskPhones.digits(String(chars[at]))
          at += 1
        }
        gaps.append(gap)
        groups.append(group)
        gap = ""
        end = at
      } else if MaskRun.separators.contains(chars[at]), gap.count < 3 {
        gap.append(chars[at])
        at += 1
      } else {
        break
      }
    }
    guard !groups.isEmpty else { return nil }
    // A bracket that is not closed inside the number stands around it.
    let isOpen =
      gaps[0].contains { "(（".contains($0) }
      && !gaps.dropFirst().contains { $0.contains { ")）".contains($0) } }
    if isOpen { gaps[0] = gaps[0].filter { !"(（".contains($0) } }
    place = (isOpen ? start + 1 : start)..<end
  }

  private static let separators = Set<Character>(
    "+()-/. \u{A0}\u{202F}\u{2009}\u{2010}\u{2011}\u{2013}\u{2012}\u{2212}·（）＋－　")

  private var digits: String { groups.joined() }
  private var count: Int { groups.reduce(0) { $0 + $1.count } }

  /// Whether somebody could be called there.
  func isPhone(_ chars: [Character]) -> Bool {
    let end = place.upperBound
    // A number goes on: 12,345, 10:30, 14th, 3.5k.
    if end < chars.count, MaskName.isWord(chars[end]), MaskName.isParted(chars[end]) {
      // But an extension may be written to it: 5550100x12.
      guard chars[end] == "x" || chars[end] == "X", end + 1 < chars.count,
        MaskPhones.isDigit(chars[end + 1])
      else { return false }
    }
    if end + 1 < chars.count, ":,".contains(chars[end]), MaskPhones.isDigit(chars[end + 1]) {
      return false
    }
    if place.lowerBound > 1, ":,".contains(chars[place.lowerBound - 1]),
      MaskPhones.isDigit(chars[place.lowerBound - 2])
    {
      return false
    }
    if count > 17 || isDate || isTime { return false }
    let context = MaskContext(chars, place)
    if context.isMoney || context.isCount || context.isReference { return false }
    if context.isPay, !context.isCall { return false }
    if context.isExtension { return count <= 6 && groups.count == 1 }
    if context.isCall { return count >= (context.isStrong ? 3 : 5) && !isYear(groups) }
    if gaps[0].contains("+") || gaps[0].contains("＋") {
      return count >= 7 && !isRound(groups[groups.count - 1], 3) || count >= 10
    }
    if count < 7 { return false }
    if isGrouped || isRange || isDecimal { return false }
    if digits.hasPrefix("0") { return count <= 15 }
    if gaps[0].contains(where: { $0 == "(" || $0 == "（" }) { return groups.count > 1 }
    return groups.count == 1 ? isLone : isParted
  }

  /// A number in one piece: seven digits and more, and no round figure.
  private var isLone: Bool { count <= 13 && !isRound(groups[0], count < 10 ? 3 : 4) }

  /// 3.14159265: telephone numbers have more before the first dot.
  private var isDecimal: Bool { groups.count == 2 && gaps[1] == "." && groups[0].count < 3 }

  /// Several groups: no years, and none of them round.
  private var isParted: Bool {
    if isYear(groups) || groups.contains(where: { $0.count > 8 }) { return false }
    // Counts side by side are of two or more digits each; a version or a score is of one.
    if groups.filter({ $0.count == 1 }).count > 1 { return false }
    return !groups.allSatisfy { isRound($0, 2) }
  }

  private func isRound(_ group: String, _ noughts: Int) -> Bool {
    group.count >= noughts && group.suffix(noughts).allSatisfy { $0 == "0" }
  }

  private func isYear(_ groups: [String]) -> Bool {
    groups.allSatisfy { $0.count == 4 && (1900...2099).contains(Int($0) ?? 0) }
  }

  /// Thousands parted by blanks or dots: 60 000, 1.200.000, and two of them as a range. Nine digits in
  /// threes are a telephone number in half of Europe, unless the figure is round.
  private var isGrouped: Bool {
    var rows: [[String]] = []
    for (gap, group) in zip(gaps, groups) {
      let goesOn = gap.count == 1 && gap.allSatisfy { ". \u{A0}\u{202F}\u{2009}".contains($0) }
      if !rows.isEmpty, goesOn, group.count == 3 {
        rows[rows.count - 1].append(group)
      } else {
        rows.append([group])
      }
    }
    return rows.count < 3
      && rows.allSatisfy { row in
        row.count > 1 && row[0].count < 4 && !row[0].hasPrefix("0")
          && (row.count < 3 || row[0].count < 3 || isRound(row[row.count - 1], 2))
      }
  }

  /// Two figures with a dash between them: 85000-95000, 2019-2023.
  private var isRange: Bool {
    guard groups.count == 2,
      gaps[1].contains(where: { "-\u{2010}\u{2011}\u{2012}\u{2013}/".contains($0) })
    else { return false }
    let (a, b) = (groups[0], groups[1])
    if isYear(groups) { return true }
    if a.hasPrefix("0") || b.hasPrefix("0") { return false }
    guard let low = Int(a), let high = Int(b), low < high else { return false }
    return isRound(a, 2) && isRound(b, 2) || (a.count == b.count && a.count > 4 && a.hasSuffix("0"))
  }

  /// A day: 2026-03-09, 09.03.2026, 9/3/26, 20260309, with an hour behind it perhaps.
  private var isDate: Bool {
    func number(_ n: Int) -> Int { n < groups.count ? Int(groups[n]) ?? -1 : -1 }
    func isDay(_ y: Int, _ m: Int, _ d: Int) -> Bool {
      let isYear = (1900...2099).contains(y) || ((0...99).contains(y) && y < 100)
      return isYear && (1...12).contains(m) && (1...31).contains(d)
    }
    if groups.count == 1, count == 8, let it = Int(digits) {
      return isDay(it / 10000, it / 100 % 100, it % 100) && it > 19_000_000
    }
    guard groups.count >= 3, gaps[1] == gaps[2],
      "-./\u{2010}\u{2011}".contains(gaps[1]) || gaps[1] == ". "
    else { return false }
    // What comes after a day is an hour, a range to another day, or nothing.
    let rest = groups.dropFirst(3)
    guard rest.allSatisfy({ $0.count <= 2 || (1900...2099).contains(Int($0) ?? 0) }),
      rest.count <= 3
    else { return false }
    if !rest.isEmpty, gaps[3] == gaps[1], groups[0].count == 2, groups[2].count == 2 {
      return false
    }
    if groups[0].count == 4 { return isDay(number(0), number(1), number(2)) }
    guard groups[0].count <= 2, groups[1].count <= 2, groups[2].count == 4 || groups[2].count == 2
    else { return false }
    return isDay(number(2), number(1), number(0)) || isDay(number(2), number(0), number(1))
  }

  /// Hours with dots: 10.30-11.30.
  private var isTime: Bool {
    groups.count <= 4 && groups.count.isMultiple(of: 2)
      && stride(from: 0, to: groups.count, by: 2).allSatisfy { n in
        groups[n].count <= 2 && groups[n + 1].count == 2 && (Int(groups[n]) ?? 99) < 25
          && (Int(groups[n + 1]) ?? 99) < 60 && gaps[n + 1] == "."
      }
  }
}

/// What the words around a number say of it.
struct MaskContext {
  /// It is called: behind "Tel." and its like.
  private(set) var isCall = false
  /// Nothing but a number to call is behind such a word.
  private(set) var isStrong = false
  /// It is dialed behind another one: "ext. 12".
  private(set) var isExtension = false
  private(set) var isMoney = false
  /// The words before it speak of pay.
  private(set) var isPay = false
  /// So many of something.
  private(set) var isCount = false
  /// It names a thing: a ticket, an invoice.
  private(set) var isReference = false

  init(_ chars: [Character], _ place: Range<Int>) {
    // At most three words of the line before, the nearest first.
    var before: [String] = []
    var at = place.lowerBound - 1
    let least = max(0, place.lowerBound - 40)
    while at >= least, before.count < 3, !chars[at].isNewline {
      if MaskName.isWord(chars[at]) {
        let end = at + 1
        while at >= 0, end - at < 24, MaskName.isWord(chars[at]) { at -= 1 }
        before.append(NameFolding.plain(String(chars[(at + 1)..<end])))
      } else {
        if ",;!?".contains(chars[at]), before.isEmpty == false || chars[at] != "," { break }
        at -= 1
      }
    }
    let near = place.lowerBound > 0 ? chars[place.lowerBound - 1] : " "
    var behind = place.upperBound
    while behind < chars.count, chars[behind] == " " || chars[behind] == "\u{A0}" { behind += 1 }
    let sign = behind < chars.count ? chars[behind] : " "
    let next = NameFolding.plain(String(chars[behind...].prefix(16).prefix { MaskName.isWord($0) }))
    let skipped = before.drop { MaskContext.fillers.contains($0) }
    if let word = skipped.first {
      isStrong = MaskContext.strong.contains(word)
      isExtension = MaskContext.extensions.contains(word)
      isCall = isStrong || MaskContext.weak.contains(word)
      isReference = MaskContext.references.contains(word)
    }
    let symbols = "$€£¥₹₽₩₪₺₴%‰"
    isMoney =
      symbols.contains(near) || symbols.contains(sign) || MaskContext.money.contains(next)
      || before.first.map(MaskContext.currencies.contains) ?? false
    isPay = before.contains(where: MaskContext.pay.contains)
    isCount = MaskContext.units.contains(next) && !isStrong
    if "☎📞📱✆".contains(near)
      || (near == " " && place.lowerBound > 1
        && "☎📞📱✆".contains(chars[place.lowerBound - 2]))
    {
      (isCall, isStrong) = (true, true)
    }
  }

  /// What may stand between such a word and the number.
  private static let fillers: Set<String> = [
    "no", "nr", "num", "number", "is", "was", "me", "us", "him", "her", "them", "at", "on", "my",
    "the", "direct", "line", "under", "unter", "al", "au", "o", "or", "via", "to",
  ]
  private static let strong: Set<String> = [
    "tel", "telephone", "phone", "mobile", "cell", "cellphone", "fax", "ext", "extension",
    "whatsapp",
    "signal", "viber", "dial", "telefon", "telefono", "telefone", "tf", "tlf", "handy", "mobil",
    "movil",
    "celular", "rufnummer", "durchwahl", "telephonique", "portable", "komorka", "тел", "телефон",
    "моб", "τηλ", "τηλεφωνο", "電話", "电话", "手机", "携帯", "전화", "هاتف", "טלפון", "फोन", "sms", "x",
  ]
  private static let extensions: Set<String> = [
    "ext", "extn", "extension", "durchwahl", "dw", "poste", "anexo", "interno", "wewn", "доб",
  ]
  private static let weak: Set<String> = [
    "call", "called", "calls", "ring", "rang", "text", "texted", "reach", "reached", "phoned",
    "contact",
    "anrufen", "llamar", "llama", "appeler", "zadzwon", "звонить", "позвони",
  ]
  private static let references: Set<String> = [
    "id", "ticket", "req", "requisition", "ref", "reference", "order", "case", "issue", "invoice",
    "version", "build", "job", "number#", "isbn", "port", "rfc", "pr", "bug", "commit", "page",
  ]
  private static let currencies: Set<String> = [
    "usd", "eur", "gbp", "chf", "jpy", "inr", "pln", "czk", "sek", "nok", "dkk", "huf", "ron",
    "rub", "uah", "cad", "aud", "nzd", "sgd", "hkd", "cny", "krw", "brl", "mxn", "zar", "euro",
    "euros", "dollars", "dollar", "pounds", "zl", "kc", "yen", "rupees", "rubles", "円", "万円", "元",
    "원", "만원", "руб",
  ]
  private static let pay: Set<String> = [
    "salary", "salaries", "pay", "paid", "pays", "bonus", "base", "budget", "revenue", "gross",
    "net",
    "brutto", "netto", "wage", "income", "stipend", "worth", "cost", "costs", "price", "gehalt",
    "salario", "salaire",
  ]
  private static let money = currencies.union([
    "k", "m", "mn", "bn", "million", "thousand", "lakh", "gross", "net", "brutto", "netto", "a",
    "per", "pa", "annually", "yearly", "kr", "try",
  ])
  private static let units: Set<String> = [
    "people", "users", "employees", "customers", "clients", "requests", "records", "rows", "lines",
    "files", "messages", "events", "transactions", "orders", "tests", "words", "views", "downloads",
    "visitors", "students", "patients", "members", "units", "items", "times", "years", "months",
    "weeks", "days", "hours", "minutes", "seconds", "ms", "bytes", "kb", "mb", "gb", "tb", "km",
    "miles", "meters", "kg", "watts", "percent", "points", "queries", "calls", "accounts",
    "devices",
    "subscribers", "sessions", "nodes", "servers", "commits", "jobs", "applicants", "applications",
    "inhabitants", "readers", "participants", "citizens", "entries", "products", "shares",
    "tickets", "documents", "images",
  ]
}
