import DebriefModel

/// Where somebody lives, where their money is, when they were born, and under which number they are kept:
/// street addresses, account and reference numbers, known or not.
enum MaskPlaces {
  static func pieces(_ text: String) -> [MaskPiece] {
    guard text.utf8.contains(where: { (48...57).contains($0) }) else { return [MaskPiece(text)] }
    let chars = Array(text)
    let words = MaskPlaceWord.all(chars)
    var places: [(Range<Int>, String)] = []
    var at = 0
    while at < words.count {
      if let end = MaskAccount.end(chars, words, at) {
        places.append((words[at].place.lowerBound..<end, "Account"))
        while at < words.count, words[at].place.lowerBound < end { at += 1 }
      } else if let born = MaskPersonal.birth(chars, words, at) {
        places.append(
          (
            words[born.lowerBound].place.lowerBound..<words[born.upperBound - 1].place.upperBound,
            MaskPersonal.birthday
          ))
        at = born.upperBound
      } else if let end = MaskPersonal.address(chars, words, at) {
        places.append((words[at].place.lowerBound..<end, "Number"))
        while at < words.count, words[at].place.lowerBound < end { at += 1 }
      } else if let end = postcode(words, at) {
        places.append((words[at].place.lowerBound..<end, "Address"))
        at += 2
      } else if let end = MaskReference.end(chars, words, at) {
        places.append((words[at].place.lowerBound..<end, "Number"))
        while at < words.count, words[at].place.lowerBound < end { at += 1 }
      } else if let found = MaskStreet(chars, words).address(at) {
        let start = words[found.lowerBound].place.lowerBound
        places.append((start..<words[found.upperBound - 1].place.upperBound, "Address"))
        at = found.upperBound
      } else {
        at += 1
      }
    }
    if places.isEmpty { return [MaskPiece(text)] }
    return cut(chars, places)
  }

  /// Where a postcode of the United Kingdom ends, which names a handful of houses: SW1A 2AA.
  private static func postcode(_ words: [MaskPlaceWord], _ at: Int) -> Int? {
    guard at + 1 < words.count, words[at].isCapital, words[at + 1].isClose else { return nil }
    let (outer, inner) = (Array(words[at].key), Array(words[at + 1].key))
    guard (2...4).contains(outer.count), inner.count == 3, inner[0].isNumber, inner[1].isLetter,
      inner[2].isLetter, outer[0].isLetter, outer.allSatisfy(\.isASCII),
      outer.contains(where: \.isNumber),
      !outer.dropFirst(2).contains(where: { !$0.isNumber && !$0.isLetter }),
      !["am", "pm", "st", "nd", "rd", "th"].contains(String(inner[1...]))
    else { return nil }
    return words[at + 1].place.upperBound
  }

  private static func cut(_ chars: [Character], _ places: [(Range<Int>, String)]) -> [MaskPiece] {
    var pieces: [MaskPiece] = []
    var done = 0
    for (place, standIn) in places {
      if place.lowerBound > done {
        pieces.append(MaskPiece(String(chars[done..<place.lowerBound])))
      }
      pieces.append(MaskPiece(standIn: standIn))
      done = place.upperBound
    }
    if done < chars.count { pieces.append(MaskPiece(String(chars[done...]))) }
    return pieces
  }
}

/// A piece of a text between blanks and commas.
struct MaskPlaceWord {
  /// Where it stands, in characters, without a full stop behind it.
  var place: Range<Int>
  /// In small letters, as it is written otherwise.
  var key: String
  var isCapital: Bool
  /// Only blanks, or a full stop and blanks, part it from the word before.
  var isClose: Bool
  /// A comma or a line's end parts it from the word before.
  var isBehindComma: Bool

  /// A number of a house, such as 12, 221B, 5a and 12-14.
  var isHouse: Bool {
    let digits = key.prefix { $0.isNumber }
    guard (1...5).contains(digits.count) else { return false }
    let rest = key.dropFirst(digits.count)
    if rest.count <= 1 { return rest.allSatisfy(\.isLetter) }
    return "-/\u{2013}".contains(rest.first ?? " ") && rest.dropFirst().count <= 4
      && rest.dropFirst().contains(where: \.isNumber)
  }
  var digits: Int? { key.allSatisfy(\.isNumber) ? key.count : nil }

  static func all(_ chars: [Character]) -> [MaskPlaceWord] {
    var words: [MaskPlaceWord] = []
    var at = 0
    var isClose = false
    var isBehindComma = false
    while at < chars.count {
      guard belongs(chars[at]) else {
        if chars[at] == "," || chars[at].isNewline {
          isClose = false
          isBehindComma = true
        } else if !chars[at].isWhitespace, chars[at] != "." {
          isClose = false
          isBehindComma = false
        }
        at += 1
        continue
      }
      let start = at
      while at < chars.count,
        belongs(chars[at]) || (joins(chars[at]) && at + 1 < chars.count && belongs(chars[at + 1]))
      { at += 1 }
      let word = String(chars[start..<at])
      words.append(
        MaskPlaceWord(
          place: start..<at, key: word.lowercased(), isCapital: chars[start].isUppercase,
          isClose: isClose, isBehindComma: isBehindComma))
      isClose = true
      isBehindComma = false
    }
    return words
  }

  private static func belongs(_ c: Character) -> Bool { c.isLetter || c.isNumber }
  private static func joins(_ c: Character) -> Bool { "-/'\u{2019}\u{2013}".contains(c) }
}

/// Account numbers as banks of many countries write them (ISO 13616).
enum MaskAccount {
  /// Where an account number ends that begins with a word; nil where none does.
  static func end(_ chars: [Character], _ words: [MaskPlaceWord], _ at: Int) -> Int? {
    let first = words[at]
    let head = Array(first.key)
    guard head.count >= 4, head.count <= 34, head[0].isASCII, head[0].isLetter, head[1].isASCII,
      head[1].isLetter, head[2].isNumber, head[3].isNumber
    else { return nil }
    let isCalled = at > 0 && ["iban", "account", "konto", "no", "nr"].contains(words[at - 1].key)
    var number = ""
    var last = at
    var loose: Int?
    while last < words.count, last == at || words[last].isClose {
      let group = words[last].key.filter { $0 != "-" }
      guard group.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }),
        // A bank has four letters in some countries.
        last == at || group.contains(where: \.isNumber)
          || (last == at + 1 && group.count == 4 && head.count == 4),
        number.count + group.count <= 34
      else { break }
      number += group
      let end = words[last].place.upperBound
      if number.count >= 15, isRight(number) { return end }
      // Somebody may have mistyped it: the length of its country tells, or that it is called so.
      let wanted = lengths[String(number.prefix(2))]
      if number.count == wanted, number.filter(\.isNumber).count >= 10 { loose = end }
      if isCalled, number.count >= 15 { loose = end }
      last += 1
    }
    return loose
  }

  /// Whether the two digits behind the country are those that the rest asks for.
  private static func isRight(_ number: String) -> Bool {
    var rest = 0
    for c in number.dropFirst(4) + number.prefix(4) {
      if let digit = c.wholeNumberValue {
        rest = (rest * 10 + digit) % 97
      } else if let value = c.asciiValue {
        rest = (rest * 100 + Int(value) - 87) % 97
      }
    }
    return rest == 1
  }

  private static let lengths: [String: Int] = [
    "de": 22, "at": 20, "ch": 21, "li": 21, "fr": 27, "es": 24, "it": 27, "nl": 18, "be": 16,
    "pl": 28, "gb": 22, "ie": 22, "cz": 24, "sk": 24, "pt": 25, "dk": 18, "se": 24, "no": 15,
    "fi": 18, "lu": 20, "hu": 28, "ro": 24, "bg": 22, "hr": 21, "si": 19, "lt": 20, "lv": 21,
    "ee": 20, "gr": 27, "tr": 26, "ua": 29, "ae": 23, "il": 23, "sa": 24,
  ]
}
