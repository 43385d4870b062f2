/// Numbers in words (`eighty thousand`, `half a million`), and how figures are softened (`85k-ish`).
extension PayPiece {
  private static let ones: [String: Int] = {
    let names = [
      "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
      "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    return Dictionary(uniqueKeysWithValues: zip(names, 1...19))
  }()

  private static let tens: [String: Int] = [
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
  ]

  /// Words for tens that are left open: `low nineties`.
  private static let openTens: Set<String> = [
    "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties",
  ]

  /// The pieces with figures for what was said in words. A small number alone, such as `two`, stays a word
  /// unless it counts thousands or money.
  static func withFigures(_ pieces: [PayPiece]) -> [PayPiece] {
    var result: [PayPiece] = []
    var at = 0
    while at < pieces.count {
      if let (parts, end) = fraction(pieces, at) {
        result.append(figure(0, parts, pieces[at]))
        at = end
      } else if let (value, end) = spoken(pieces, at) {
        result.append(figure(value, nil, pieces[at]))
        at = end
      } else if !result.isEmpty, result[result.count - 1].number != nil,
        let plain = unsoftened(pieces[at])
      {
        if !plain.text.isEmpty { result.append(plain) }
        at += 1
      } else if pieces[at].low == "-", at + 1 < pieces.count, pieces[at + 1].low == "ish" {
        at += 2
      } else {
        result.append(pieces[at])
        at += 1
      }
    }
    return result
  }

  /// Whether a text says how many figures pay has, or which tens it lies in, and no number: `six figures`.
  static func isRough(_ pieces: [PayPiece]) -> Bool {
    pieces.indices.contains { at in
      let low = pieces[at].low
      if openTens.contains(low) { return true }
      let parts = low.split(separator: "-")
      if parts.count == 2, parts[1].hasPrefix("figure"), ones[String(parts[0])] != nil {
        return true
      }
      guard low.hasPrefix("figure"), at > 0 else { return false }
      let before = pieces[at - 1].low == "-" && at > 1 ? pieces[at - 2] : pieces[at - 1]
      return before.number != nil || ones[before.low] != nil
    }
  }

  /// `half a million`, `a quarter of a million`, `1/2 million`: the multiple stays behind it.
  private static func fraction(
    _ pieces: [PayPiece], _ at: Int
  ) -> (parts: (Int, Int), end: Int)? {
    var next = at
    let parts: (Int, Int)
    func low(_ at: Int) -> String { pieces.indices.contains(at) ? pieces[at].low : "" }
    if low(next) == "half" {
      (parts, next) = ((1, 2), next + 1)
    } else if low(next) == "quarter" || low(next) == "three" && low(next + 1) == "quarters" {
      parts = low(next) == "three" ? (3, 4) : (1, 4)
      next += low(next) == "three" ? 2 : 1
    } else if let above = pieces[at].number?.value(), low(at + 1) == "/", at + 2 < pieces.count,
      let below = pieces[at + 2].number?.value(), !pieces[at + 1].isApart,
      [(1, 2), (1, 4), (3, 4)].contains(where: {
        above == $0.0 * PayNumber.one && below == $0.1 * PayNumber.one
      })
    {
      (parts, next) = ((above / PayNumber.one, below / PayNumber.one), at + 3)
    } else {
      return nil
    }
    if low(next) == "of" { next += 1 }
    if low(next) == "a" || low(next) == "an" { next += 1 }
    guard ["million", "m", "billion", "crore", "lakh"].contains(low(next)) else { return nil }
    return (parts, next)
  }

  /// A number in words, and where it ends. Thousands that close it stay behind it, as the multiple.
  private static func spoken(_ pieces: [PayPiece], _ start: Int) -> (value: Int, end: Int)? {
    var (all, part, at) = (0, 0, start)
    var isLarge = false
    var end = start
    if ["a", "an"].contains(pieces[at].low) {
      guard at + 1 < pieces.count, pieces[at + 1].low == "hundred" else { return nil }
      (part, at) = (1, at + 1)
    }
    while at < pieces.count {
      let low = pieces[at].low
      if let value = small(low) {
        if part % 100 != 0, !(part % 10 == 0 && value < 10 && part % 100 >= 20) { break }
        part += value
        isLarge = isLarge || value >= 20
      } else if low == "hundred", part < 100 {
        part = max(part, 1) * 100
        isLarge = true
      } else if low == "thousand", part > 0, all == 0, at + 1 < pieces.count,
        small(pieces[at + 1].low) != nil
      {
        (all, part) = (part * 1000, 0)
      } else if low == "and", at > start, at + 1 < pieces.count, part % 100 == 0,
        small(pieces[at + 1].low) != nil, part > 0
      {
        at += 1
        continue
      } else {
        break
      }
      at += 1
      end = at
    }
    guard end > start else { return nil }
    return isLarge || counts(pieces, end) ? (all + part, end) : nil
  }

  /// One to ninety-nine, in one word or with a hyphen.
  private static func small(_ word: String) -> Int? {
    if let value = ones[word] ?? tens[word] { return value }
    let parts = word.split(separator: "-").map(String.init)
    guard parts.count == 2, let ten = tens[parts[0]], let one = ones[parts[1]], one < 10 else {
      return nil
    }
    return ten + one
  }

  /// Whether what stands at a place makes money of a small number before it, also over the end of a range.
  private static func counts(_ pieces: [PayPiece], _ at: Int) -> Bool {
    guard at < pieces.count else { return false }
    let piece = pieces[at]
    if piece.isWord, PayWords.times(piece.text, of: PayNumber.one * 10) != nil { return true }
    if PayWords.currency(piece.text, beside: false) != nil { return true }
    guard ["to", "-", "or"].contains(piece.low), at + 1 < pieces.count,
      small(pieces[at + 1].low) != nil
    else { return false }
    return counts(pieces, at + 2)
  }

  /// A word behind a figure without its `-ish`; nil where it has none.
  private static func unsoftened(_ piece: PayPiece) -> PayPiece? {
    guard piece.isWord, piece.low.hasSuffix("ish") else { return nil }
    var text = String(piece.text.dropLast(3))
    if text.hasSuffix("-") { text.removeLast() }
    guard text.isEmpty || PayWords.times(text, of: PayNumber.one * 10) != nil else { return nil }
    var plain = piece
    (plain.text, plain.low) = (text, text.lowercased())
    return plain
  }

  private static func figure(_ value: Int, _ parts: (Int, Int)?, _ piece: PayPiece) -> PayPiece {
    let number: PayNumber
    if let parts {
      let hundredths = parts.0 * 100 / parts.1
      number = PayNumber(groups: ["0", String(hundredths)], signs: ["."])
    } else {
      number = PayNumber(groups: [String(value)], signs: [])
    }
    let text = parts == nil ? String(value) : number.groups.joined(separator: ".")
    return PayPiece(kind: .number(number), text: text, low: text, isApart: piece.isApart)
  }
}
