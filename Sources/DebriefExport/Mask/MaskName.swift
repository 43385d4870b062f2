import DebriefModel

/// One name that is not to be seen, and what stands in its place.
struct MaskName: Hashable, Sendable {
  /// How sure it must be that the name is meant.
  enum Need: Int, Hashable, Sendable {
    /// Wherever its letters stand.
    case any
    /// Unless it is plainly the everyday word it is spelled like.
    case likely
    /// Only where it is plainly the name: of somebody who has nothing to do with what is shown.
    case sure
  }

  /// As it is written.
  let text: String
  /// Its words, folded.
  let words: [String]
  /// What stands in its place.
  let standIn: String
  /// How sure it must be.
  let need: Need

  /// Whether it is that of a person.
  var isPerson: Bool { standIn.hasPrefix(Mask.Kind.person.rawValue) }

  /// How many letters it has.
  var letters: Int { words.reduce(0) { $0 + $1.count } }

  /// The words of a text, folded.
  static func split(_ text: String) -> [String] { NameFolding.words(text) }

  static func isWord(_ c: Character) -> Bool { NameFolding.isWord(c) }

  /// Whether a script parts words by blanks alone and has capitals, so that a name inside a longer word
  /// is another word: Latin, Greek and Cyrillic. Elsewhere a name is found anywhere.
  static func isParted(_ c: Character) -> Bool {
    guard let value = c.unicodeScalars.first?.value else { return true }
    return value < 0x0530 || (0x1E00...0x1FFF).contains(value) || (0xFF10...0xFF5A).contains(value)
  }

  static func isParted(_ word: String) -> Bool { word.first.map(isParted) ?? true }

  /// Chinese, Japanese and Korean, whose names are short and written without a blank.
  static func isEastAsian(_ c: Character) -> Bool {
    switch c.unicodeScalars.first?.value ?? 0 {
    case 0x1100...0x11FF, 0x3005...0x3007, 0x3040...0x30FF, 0x3130...0x318F, 0x3400...0x4DBF,
      0x4E00...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0xFF66...0xFF9F, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  private static func isKana(_ c: Character) -> Bool {
    (0x3040...0x30FF).contains(c.unicodeScalars.first?.value ?? 0)
  }

  /// Whether whoever an entry of the log names is named: "HR" and "they" name nobody.
  static func isName(_ from: String) -> Bool {
    let words = split(from)
    return !words.isEmpty && !words.allSatisfy { MaskLists.roles.contains($0) }
  }

  // MARK: - Names that texts give away

  /// Whom a letter greets: the words behind "Dear" and its like, up to a comma or the line's end.
  static func greeted(_ letter: String) -> String? {
    guard let line = letter.split(whereSeparator: \.isNewline).first else { return nil }
    let words = line.split(separator: " ")
    guard words.count > 1, words.count < 7,
      MaskLists.greetings.contains(NameFolding.plain(String(words[0])))
    else { return nil }
    let name = words.dropFirst().joined(separator: " ").filter { !",.!:".contains($0) }
    return isName(name) ? name : nil
  }

  /// Who signs it: a last line of at most three words that all begin with a capital.
  static func signed(_ letter: String) -> String? {
    let lines = letter.split(whereSeparator: \.isNewline)
    guard lines.count > 1, let line = lines.last, line.last?.isPunctuation == false else {
      return nil
    }
    let words = line.split(separator: " ")
    guard (1...3).contains(words.count), words.allSatisfy({ $0.first?.isUppercase == true }) else {
      return nil
    }
    return isName(String(line)) ? String(line) : nil
  }

  /// Everybody whom a text calls by a title: Mr Hale, Frau Kahl, 山田さん.
  static func titled(_ text: String) -> [String] {
    let chars = Array(text)
    let tokens = MaskTokens.all(chars)
    var names: [String] = []
    for (at, token) in tokens.enumerated() where MaskLists.titles.contains(token.key) {
      guard chars[token.place.lowerBound].isUppercase else { continue }
      var words: [String] = []
      var end = token.place.upperBound
      for next in tokens[(at + 1)...].prefix(3) {
        let gap = chars[end..<next.place.lowerBound]
        guard gap.count <= 2, gap.contains(" "), gap.allSatisfy({ $0 == " " || $0 == "." }),
          chars[next.place.lowerBound].isUppercase, !MaskLists.titles.contains(next.key),
          words.isEmpty || !gap.contains(".")
        else {
          if words.isEmpty, MaskLists.titles.contains(next.key) {
            end = next.place.upperBound
            continue
          }
          break
        }
        words.append(String(chars[next.place]))
        end = next.place.upperBound
      }
      // Of a possessive the name is what stands before it.
      if let last = words.last {
        for ending in ["'s", "\u{2019}s"] where last.hasSuffix(ending) {
          words[words.count - 1] = String(last.dropLast(2))
        }
      }
      if !words.isEmpty, isName(words.joined(separator: " ")) {
        names.append(words.joined(separator: " "))
      }
    }
    return names + honoured(chars)
  }

  /// Those with さん, 様 or 氏 behind their names: a run of at most four Chinese characters, or of katakana.
  private static func honoured(_ chars: [Character]) -> [String] {
    var names: [String] = []
    for at in chars.indices where at > 0 {
      guard MaskLists.honours.contains(where: { chars[at...].starts(with: Array($0)) }) else {
        continue
      }
      let isKana = (0x30A0...0x30FF).contains(chars[at - 1].unicodeScalars.first?.value ?? 0)
      var start = at
      while start > 0, at - start < (isKana ? 12 : 4), isEastAsian(chars[start - 1]) {
        let value = chars[start - 1].unicodeScalars.first?.value ?? 0
        guard isKana == (0x30A0...0x30FF).contains(value), !(0x3040...0x309F).contains(value) else {
          break
        }
        start -= 1
      }
      if start > 0, chars[start - 1] == "お" || chars[start - 1] == "ご" { continue }
      let name = String(chars[start..<at])
      if !name.isEmpty, !MaskLists.nobody.contains(name) { names.append(name) }
    }
    return names
  }

  // MARK: - Parts

  /// What gives a person away alone: each word of the name that is no title, what they are called for
  /// short, and the name as an address has it.
  static func personParts(_ name: String, _ nicknames: Nicknames) -> [String] {
    var parts: [String] = []
    func add(_ part: String) {
      if !part.isEmpty, !parts.contains(part) { parts.append(part) }
    }
    for words in NameFolding.spellings(name) {
      let own = words.filter { !MaskLists.particles.contains($0) && !MaskLists.titles.contains($0) }
      for word in own where word.count >= 2 && !MaskLists.roles.contains(word) { add(word) }
      for word in words.count > 1 ? own.dropLast() : own[...] {
        for form in nicknames.others(of: word).sorted() { add(form) }
      }
      for word in words { for part in eastAsianParts(word) { add(part) } }
      guard own.count > 1, let first = own.first, let last = own.last, isParted(first) else {
        continue
      }
      let joined = [
        own.joined(), first + last, last + first, first.prefix(1) + last, last + first.prefix(1),
        first + last.prefix(1),
      ]
      for handle in joined where handle.count >= 5 { add(String(handle)) }
    }
    return parts
  }

  /// The words of a name in another order, as other countries and lists write them: Li Wei, Wei Li;
  /// and two given names, which often stand alone.
  static func turned(_ words: [String]) -> [[String]] {
    let own = words.filter { !MaskLists.titles.contains($0) }
    guard (2...5).contains(own.count), let first = own.first, isParted(first) else { return [] }
    var orders = [
      [own[own.count - 1]] + Array(own.dropLast()), Array(own.dropFirst()) + [first],
    ]
    if own.count > 2 {
      orders.append([own[0] + own[1]])
      orders.append(Array(own.prefix(2)))
      orders.append([own[own.count - 1], own[0]])
      orders.append([own[0], own[own.count - 1]])
    }
    return orders.filter { order in
      order != words && !order.contains { $0.count < 2 || MaskLists.particles.contains($0) }
    }
  }

  /// Family name and given name of a name in one piece, as 山田太郎 and 김민준 are.
  private static func eastAsianParts(_ word: String) -> [String] {
    // Names in kana are parted by a blank, and half of one is a word.
    guard word.count > 1, word.count < 7, word.allSatisfy(isEastAsian), !word.allSatisfy(isKana)
    else { return [] }
    // Of 王芳 the family name, which gives her away with a title behind it.
    if word.count == 2 { return [String(word.prefix(1))] }
    let isHangul = word.allSatisfy {
      (0xAC00...0xD7AF).contains($0.unicodeScalars.first?.value ?? 0)
    }
    if word.count == 3 || isHangul {
      return [String(word.dropFirst()), String(word.prefix(word.count == 3 ? 1 : 2))]
        + (isHangul ? [] : [String(word.prefix(2))])
    }
    return [String(word.prefix(2)), String(word.dropFirst(2)), String(word.prefix(3))]
  }

  /// What gives a company away alone: each word that is no word of business, its name without what it
  /// ends with by law, and all of its words joined, as an address has them.
  static func companyParts(_ name: String) -> [String] {
    var parts: [String] = []
    func add(_ part: String) {
      if !part.isEmpty, !parts.contains(part) { parts.append(part) }
    }
    for words in NameFolding.spellings(name) {
      for word in words {
        for form in MaskLists.eastAsianForms where word.count > form.count + 1 {
          if word.hasPrefix(form) { add(String(word.dropFirst(form.count))) }
          if word.hasSuffix(form) { add(String(word.dropLast(form.count))) }
        }
      }
      guard words.count > 1 else { continue }
      let bare = words.filter { !NameInProse.forms.contains($0) && $0 != "the" }
      // Of a company called Ja / Nein AG only the whole name is its own.
      func isWord(_ word: String) -> Bool {
        MaskLists.business.contains(word) || MaskLists.answers.contains(word)
          || NameInProse.forms.contains(word)
      }
      if bare.count < words.count, bare.contains(where: { !isWord($0) }) {
        add(bare.joined(separator: " "))
      }
      for word in words where word.count >= 3 && !isWord(word) { add(word) }
      add(words.joined())
      if bare.count > 1 { add(bare.joined()) }
    }
    return parts
  }
}
