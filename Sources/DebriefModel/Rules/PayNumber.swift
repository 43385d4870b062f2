/// A number as people write it: `78,000`, `78.000`, `78 000`, `12,50,000`, `120'000`, `17.50`. What its
/// last sign parts, thousands or a fraction, may follow from the words behind it, so it is told last.
struct PayNumber: Equatable {
  /// The figures between signs.
  var groups: [String]
  /// The signs between them; blanks of any kind are a blank, apostrophes of any kind an apostrophe.
  var signs: [Character]

  /// How many parts one is counted in: no pay has finer ones.
  static let one = 10_000

  /// What is known of it from what stands beside it.
  struct Hints {
    /// A multiple follows: `1.250 million`.
    var isMultiplied = false
    /// The multiple is of a language that writes `1,250 Mio`.
    var hasDecimalComma = false
    /// The currency has thousandths.
    var hasThreeDecimals = false
  }

  /// Its value in ten-thousandths; nil when it is written like no number, or is too long.
  func value(_ hints: Hints = Hints()) -> Int? {
    let isFraction = endsInFraction(hints)
    let whole = isFraction ? Array(groups.dropLast()) : groups
    let inner = isFraction ? Array(signs.dropLast()) : signs
    guard isGrouped(whole, inner) else { return nil }
    let digits = whole.joined()
    guard digits.utf8.count <= 12, let number = Int(digits.isEmpty ? "0" : digits) else {
      return nil
    }
    var rest = 0
    if isFraction {
      let shown = groups[groups.count - 1].prefix(4)
      rest = Int(shown) ?? 0
      for _ in shown.utf8.count..<4 { rest *= 10 }
    }
    return number * PayNumber.one + rest
  }

  private func endsInFraction(_ hints: Hints) -> Bool {
    guard let last = signs.last, last == "." || last == ",", let end = groups.last else {
      return false
    }
    let earlier = signs.dropLast()
    // `1.250.000` and `12,50,000` have one sign throughout; another one at the end parts a fraction.
    if earlier.contains(last) { return false }
    if !earlier.isEmpty { return true }
    if end.utf8.count != 3 { return true }
    if groups[0] == "0" || groups[0].isEmpty || groups[0].utf8.count > 3 { return true }
    if last == "." { return hints.isMultiplied || hints.hasThreeDecimals }
    return hints.hasDecimalComma
  }

  /// Whether groups are those of thousands, or the Indian ones of lakhs.
  private func isGrouped(_ groups: [String], _ signs: [Character]) -> Bool {
    guard groups.count > 1 else { return true }
    guard Set(signs).count == 1, let last = groups.last, last.utf8.count == 3,
      (1...3).contains(groups[0].utf8.count)
    else { return false }
    let inner = groups.dropFirst().dropLast()
    if inner.allSatisfy({ $0.utf8.count == 3 }) { return true }
    return signs[0] == "," && groups[0].utf8.count <= 2 && inner.allSatisfy { $0.utf8.count == 2 }
  }
}

/// A piece of a text about pay.
struct PayPiece: Equatable {
  enum Kind: Equatable {
    case number(PayNumber)
    case word
    case sign
  }
  var kind: Kind
  /// As it stands, without the points of `p.a.`
  var text: String
  var low: String
  /// Whether a blank stands before it.
  var isApart: Bool

  var number: PayNumber? {
    if case .number(let number) = kind { return number }
    return nil
  }
  var isWord: Bool { kind == .word }

  /// Takes a text apart into numbers, words and signs.
  static func pieces(_ text: String) -> [PayPiece] {
    let all = Array(text.unicodeScalars)
    var pieces: [PayPiece] = []
    var at = 0
    var isApart = true
    func add(_ kind: Kind, _ scalars: ArraySlice<Unicode.Scalar>) {
      var text = ""
      for scalar in scalars where !(kind == .word && scalar == ".") {
        text.unicodeScalars.append(scalar)
      }
      pieces.append(PayPiece(kind: kind, text: text, low: text.lowercased(), isApart: isApart))
      isApart = false
    }
    while at < all.count {
      let scalar = all[at]
      if isBlank(scalar) {
        isApart = true
        if scalar == "\n" { add(.sign, all[at...at]) }
        at += 1
      } else if digit(scalar) != nil || isBareFraction(all, at) {
        let (number, end) = number(all, at)
        add(.number(number), all[at..<end])
        at = end
      } else if isEast(scalar) {
        let two = all[at...].prefix(2)
        var pair = ""
        pair.unicodeScalars.append(contentsOf: two)
        let isPair =
          PayWords.adverb(pair) != nil || PayWords.tax(pair) != nil
          || PayWords.times(pair, of: 0) != nil
        let end = isPair ? at + two.count : at + 1
        add(.word, all[at..<end])
        at = end
      } else if scalar.properties.isAlphabetic {
        let end = word(all, at)
        add(.word, all[at..<end])
        at = end
      } else {
        var end = at + 1
        if scalar == "." { while end < all.count, all[end] == "." { end += 1 } }
        add(.sign, all[at..<end])
        at = end
      }
    }
    return withFigures(pieces)
  }

  /// Whether a full stop begins a fraction: `.5M`, `$.5M`, and not the one of `Rs.500` or `no.5`.
  private static func isBareFraction(_ all: [Unicode.Scalar], _ at: Int) -> Bool {
    guard all[at] == ".", at + 1 < all.count, digit(all[at + 1]) != nil else { return false }
    guard at > 0 else { return true }
    let before = all[at - 1]
    // The one of `S/.4,500` belongs to the currency.
    if before == "/", at > 1, all[at - 2].properties.isAlphabetic { return false }
    return isBlank(before) || before.properties.generalCategory == .currencySymbol
      || ["(", "~", "-", "–", "/"].contains(before)
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

  /// A figure of any script.
  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    if scalar.isASCII {
      return scalar.value >= 48 && scalar.value <= 57 ? Int(scalar.value) - 48 : nil
    }
    guard scalar.properties.generalCategory == .decimalNumber,
      let value = scalar.properties.numericValue
    else { return nil }
    return Int(value)
  }

  private static func isEast(_ scalar: Unicode.Scalar) -> Bool {
    (0x3040...0x30FF).contains(scalar.value) || (0x4E00...0x9FFF).contains(scalar.value)
      || (0xAC00...0xD7A3).contains(scalar.value)
  }

  /// A word with the points of `p.a.` and the hyphen of `sign-on`, but not that of `EUR-based`'s range.
  private static func word(_ all: [Unicode.Scalar], _ start: Int) -> Int {
    var end = start
    var letters = 0
    while end < all.count {
      let scalar = all[end]
      let hasNext = end + 1 < all.count && all[end + 1].properties.isAlphabetic
      if scalar.properties.isAlphabetic, !isEast(scalar) {
        letters += 1
      } else if scalar == ".", letters == 1, hasNext {
        letters = 0
      } else if scalar == "-", hasNext, end > start {
        letters = 2
      } else {
        break
      }
      end += 1
    }
    return end
  }

  private static func number(_ all: [Unicode.Scalar], _ start: Int) -> (PayNumber, Int) {
    var number = PayNumber(groups: [""], signs: [])
    var at = start
    if all[at] == "." { (number, at) = (PayNumber(groups: ["0", ""], signs: ["."]), at + 1) }
    while at < all.count {
      if let digit = digit(all[at]) {
        number.groups[number.groups.count - 1] += String(digit)
      } else if let sign = separator(all, at, number) {
        number.signs.append(sign)
        number.groups.append("")
      } else {
        break
      }
      at += 1
    }
    return (number, at)
  }

  /// The sign that parts two groups of one number: a blank only before three figures and no more of
  /// them, and behind at most three.
  private static func separator(
    _ all: [Unicode.Scalar], _ at: Int, _ number: PayNumber
  ) -> Character? {
    guard at + 1 < all.count, digit(all[at + 1]) != nil else { return nil }
    switch all[at] {
    case ".", "\u{66B}": return "."
    case ",", "\u{66C}": return ","
    case "'", "\u{2019}", "\u{2BC}", "\u{2B9}", "`", "_": return "'"
    case " ", "\u{A0}", "\u{202F}", "\u{2009}", "\u{2007}":
      let next = all[(at + 1)...].prefix(4)
      let isGroup =
        next.prefix(3).count == 3 && next.prefix(3).allSatisfy { digit($0) != nil }
        && !(next.count == 4 && next.last.flatMap(digit) != nil)
      let behind = number.groups[number.groups.count - 1].utf8.count
      return isGroup && behind <= 3 && number.signs.allSatisfy({ $0 == " " }) ? " " : nil
    default: return nil
    }
  }
}
