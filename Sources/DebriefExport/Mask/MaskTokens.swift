import DebriefModel

/// A word of a text in a script that parts its words, with all that may be the name in it.
struct MaskToken {
  /// Where it stands, in characters.
  var place: Range<Int>
  /// Folded, with what its apostrophes part.
  var key: String
  /// It and what is left without an ending or an elided word before it, each with its place.
  var readings: [(key: String, place: Range<Int>)]
  /// Its stems, where its script bends names.
  var stems: [String]
}

/// Takes texts apart for the mask.
enum MaskTokens {
  static func all(_ chars: [Character]) -> [MaskToken] {
    var tokens: [MaskToken] = []
    var at = 0
    while at < chars.count {
      guard belongs(chars[at]) else {
        at += 1
        continue
      }
      let start = at
      var apostrophes: [Int] = []
      while at < chars.count {
        if belongs(chars[at]) {
          at += 1
        } else if NameFolding.isApostrophe(chars[at]), at + 1 < chars.count, belongs(chars[at + 1])
        {
          apostrophes.append(at)
          at += 1
        } else if NameFolding.isUnseen(chars[at]), at + 1 < chars.count,
          belongs(chars[at + 1]) || NameFolding.isUnseen(chars[at + 1])
        {
          // A soft hyphen, as it comes along from a page.
          at += 1
        } else {
          break
        }
      }
      tokens.append(token(chars, start..<at, apostrophes))
    }
    return tokens
  }

  private static func belongs(_ c: Character) -> Bool {
    NameFolding.isWord(c) && MaskName.isParted(c)
  }

  private static func token(
    _ chars: [Character], _ place: Range<Int>, _ apostrophes: [Int]
  ) -> MaskToken {
    let key = fold(chars, place)
    var readings: [(key: String, place: Range<Int>)] = [(key, place)]
    func add(_ key: String, _ place: Range<Int>) {
      if !key.isEmpty, !readings.contains(where: { $0.key == key }) {
        readings.append((key, place))
      }
    }
    let raw = String(chars[place])
    if !raw.utf8.allSatisfy({ $0 < 0x80 }) {
      add(NameFolding.spelledOut(raw.filter { !NameFolding.isApostrophe($0) }), place)
    }
    if let last = apostrophes.last {
      // Ines's, and what stands before and behind an apostrophe elsewhere: l'Ines, Ines'in.
      add(fold(chars, place.lowerBound..<last), place.lowerBound..<last)
      add(fold(chars, (last + 1)..<place.upperBound), (last + 1)..<place.upperBound)
    }
    // Kahls Frage, the Joneses, garcia87.
    for (key, inner) in readings where key.count > 2 {
      if key.hasSuffix("s") { add(String(key.dropLast()), inner) }
      if key.hasSuffix("es") { add(String(key.dropLast(2)), inner) }
      if let last = key.last, last.isNumber {
        add(String(key.reversed().drop { $0.isNumber }.reversed()), inner)
      }
    }
    if chars[place.lowerBound].isUppercase {
      for name in latin(key, apostrophes.isEmpty) { add(name, place) }
    }
    return MaskToken(place: place, key: key, readings: readings, stems: stems(key))
  }

  /// A word of another alphabet, bent or not, as a name on file may be written in ours.
  private static func latin(_ key: String, _ isWhole: Bool) -> [String] {
    guard isWhole, endings(key) != nil else { return [] }
    let forms = [key] + stems(key).flatMap { [$0, $0 + "а", $0 + "я"] }
    return forms.flatMap(NameScripts.latin).reduce(into: []) {
      if !$0.contains($1) { $0.append($1) }
    }
  }

  private static func fold(_ chars: [Character], _ place: Range<Int>) -> String {
    NameFolding.plain(String(chars[place].filter { !NameFolding.isApostrophe($0) }))
  }

  /// A word without each ending that its script may have put there.
  static func stems(_ key: String) -> [String] {
    guard let endings = endings(key) else { return [] }
    return (0...3).compactMap { count in
      guard key.count - count >= 2, endings.contains(String(key.suffix(count))) else { return nil }
      return String(key.dropLast(count))
    }
  }

  /// The stem of a name on file; nil where the script does not bend names.
  static func stem(ofName word: String) -> String? {
    guard let endings = endings(word) else { return nil }
    let longest = (1...2).last { count in
      word.count - count >= 3 && endings.contains(String(word.suffix(count)))
    }
    // Only the last letters of a case are an ending of a name in its first one.
    return String(word.dropLast(min(longest ?? 0, word.first.map(isGreek) == true ? 2 : 1)))
  }

  private static func endings(_ key: String) -> Set<String>? {
    guard let first = key.first else { return nil }
    if isGreek(first) { return MaskLists.greekEndings }
    let value = first.unicodeScalars.first?.value ?? 0
    return (0x400...0x52F).contains(value) ? MaskLists.cyrillicEndings : nil
  }

  private static func isGreek(_ c: Character) -> Bool {
    let value = c.unicodeScalars.first?.value ?? 0
    return (0x370...0x3FF).contains(value) || (0x1F00...0x1FFF).contains(value)
  }
}
