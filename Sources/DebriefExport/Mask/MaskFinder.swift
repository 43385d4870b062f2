import DebriefModel

/// Finds the names in a text: made once for all texts, and quick for each.
struct MaskFinder: Sendable {
  /// Names of scripts that part words, by their first word; the longest first.
  private var byWord: [String: [MaskName]] = [:]
  /// Names of one word by their stem, where the script bends them.
  private var byStem: [String: MaskName] = [:]
  /// All others, by their first character.
  private var byLetter: [Character: [MaskName]] = [:]
  /// Names in our letters, by how signs are read that are the same name.
  private var byReading: [SignReadings.Reading: String] = [:]
  private let everyday: OrdinaryWords
  private let initials: MaskInitials

  /// One place that is not to be seen.
  private struct Hit {
    var place: Range<Int>
    var standIn: String
  }

  init(_ names: [MaskName], everyday: OrdinaryWords) {
    self.everyday = everyday
    initials = MaskInitials(names)
    for name in names {
      guard let word = name.words.first, let letter = word.first else { continue }
      if MaskName.isParted(letter) {
        byWord[word, default: []].append(name)
        if name.isPerson {
          let own = name.words.filter { !MaskLists.titles.contains($0) }
          for key in SignReadings.keys(of: own) where byReading[key] == nil {
            byReading[key] = name.standIn
          }
        }
        if name.words.count == 1, let stem = MaskTokens.stem(ofName: word), byStem[stem] == nil {
          byStem[stem] = name
        }
      } else {
        byLetter[letter, default: []].append(name)
      }
    }
    func longestFirst(_ a: MaskName, _ b: MaskName) -> Bool {
      (b.words.count, b.letters, a.need.rawValue) < (a.words.count, a.letters, b.need.rawValue)
    }
    for key in byWord.keys { byWord[key]?.sort(by: longestFirst) }
    for key in byLetter.keys { byLetter[key]?.sort { ($1.letters) < ($0.letters) } }
  }

  /// A text with stand-ins for the names in it. Several parts of one name in a row become one.
  func masked(_ text: String) -> String {
    let chars = Array(text)
    let hits = joined(withInitials(hits(chars), chars), chars)
    if hits.isEmpty { return text }
    var out = ""
    var at = 0
    for hit in hits {
      out.append(contentsOf: chars[at..<hit.place.lowerBound])
      out += hit.standIn
      at = hit.place.upperBound
    }
    out.append(contentsOf: chars[at...])
    return out
  }

  /// The names with their initials, and initials that stand alone.
  private func withInitials(_ hits: [Hit], _ chars: [Character]) -> [Hit] {
    if initials.isEmpty { return hits }
    var all: [Hit] = []
    var at = 0
    func alone(upTo end: Int) {
      while at < end {
        if let found = initials.alone(at, chars), found.end <= end {
          all.append(Hit(place: at..<found.end, standIn: found.standIn))
          at = found.end
        } else {
          at += 1
        }
      }
    }
    for hit in hits {
      var wide = hit
      let place = initials.widened(hit.place, hit.standIn, chars)
      wide.place = max(place.lowerBound, min(at, hit.place.lowerBound))..<place.upperBound
      alone(upTo: wide.place.lowerBound)
      all.append(wide)
      at = max(at, wide.place.upperBound)
    }
    alone(upTo: chars.count)
    return all
  }

  private func hits(_ chars: [Character]) -> [Hit] {
    var hits = parted(chars)
    if !byLetter.isEmpty || !byReading.isEmpty,
      chars.contains(where: { !MaskName.isParted($0) })
    {
      hits += unparted(chars)
    }
    return hits.sorted { $0.place.lowerBound < $1.place.lowerBound }
  }

  // MARK: - Scripts that part words

  private func parted(_ chars: [Character]) -> [Hit] {
    let tokens = MaskTokens.all(chars)
    var hits: [Hit] = []
    var prose: NameInProse?
    func standing(_ place: Range<Int>) -> (NameInProse.Standing, isSmall: Bool) {
      let it = prose ?? NameInProse(chars, ordinary: everyday)
      prose = it
      return (it.standing(of: place, as: "", isOrdinary: true), it.isSmall)
    }
    var at = 0
    while at < tokens.count {
      if let hit = hit(tokens, at, chars, standing) {
        hits.append(Hit(place: hit.place, standIn: hit.standIn))
        at += hit.count
      } else {
        at += 1
      }
    }
    return hits
  }

  private func hit(
    _ tokens: [MaskToken], _ at: Int, _ chars: [Character],
    _ standing: (Range<Int>) -> (NameInProse.Standing, isSmall: Bool)
  ) -> (place: Range<Int>, standIn: String, count: Int)? {
    for (key, start) in tokens[at].readings {
      for name in byWord[key] ?? [] {
        guard let end = end(of: name, tokens, at, start, chars) else { continue }
        let place = start.lowerBound..<end.place
        if isMeant(name, tokens, at, place, chars, standing) {
          return (place, name.standIn, end.count)
        }
      }
      // The first word of a longer name has to be whole; a single one may have its ending.
    }
    if let split = split(tokens, at, chars) { return split }
    let token = tokens[at]
    guard chars[token.place.lowerBound].isUppercase else { return nil }
    for stem in token.stems {
      if let name = byStem[stem] { return (token.place, name.standIn, 1) }
    }
    return nil
  }

  /// A word of a name that is written in two or three: Xiao Ming for Xiaoming, O Brien, van den Berg.
  private func split(
    _ tokens: [MaskToken], _ at: Int, _ chars: [Character]
  ) -> (place: Range<Int>, standIn: String, count: Int)? {
    let first = tokens[at]
    guard chars[first.place.lowerBound].isUppercase || MaskLists.particles.contains(first.key)
    else { return nil }
    var key = first.key
    for count in 2...3 where at + count <= tokens.count {
      let (last, next) = (tokens[at + count - 2], tokens[at + count - 1])
      guard next.place.lowerBound == last.place.upperBound + 1,
        [" ", "-", "\u{A0}"].contains(chars[last.place.upperBound])
      else { return nil }
      key += next.key
      guard chars[next.place.lowerBound].isUppercase, key.count >= 5,
        let name = byWord[key]?.first(where: {
          $0.words.count == 1 && $0.need == .any && $0.isPerson
        })
      else { continue }
      return (first.place.lowerBound..<next.place.upperBound, name.standIn, count)
    }
    return nil
  }

  /// Where a name ends whose first word is at a token, and how many tokens it takes.
  private func end(
    of name: MaskName, _ tokens: [MaskToken], _ at: Int, _ first: Range<Int>, _ chars: [Character]
  ) -> (place: Int, count: Int)? {
    if name.words.count == 1 { return (first.upperBound, 1) }
    guard at + name.words.count <= tokens.count, first == tokens[at].place else { return nil }
    var end = first.upperBound
    for offset in 1..<name.words.count {
      let token = tokens[at + offset]
      // Between the words of a name anything but letters may stand: a blank, a dot, a line's end.
      guard token.place.lowerBound - end <= 3,
        !chars[end..<token.place.lowerBound].contains(where: {
          MaskName.isWord($0) || ";:!?()".contains($0)
        })
      else { return nil }
      let isLast = offset == name.words.count - 1
      let reading = token.readings.first {
        $0.key == name.words[offset] && (isLast || $0.place == token.place)
      }
      guard let reading else { return nil }
      end = reading.place.upperBound
    }
    return (end, name.words.count)
  }

  /// Whether a name is meant, for all that can be told, or as surely as it has to be.
  private func isMeant(
    _ name: MaskName, _ tokens: [MaskToken], _ at: Int, _ place: Range<Int>, _ chars: [Character],
    _ standing: (Range<Int>) -> (NameInProse.Standing, isSmall: Bool)
  ) -> Bool {
    if name.need == .any { return true }
    // 3M is the company as it is written, and 3m a sum.
    if name.words.count == 1, name.letters < 3, name.text.contains(where: \.isNumber) {
      return String(chars[place]) == name.text
    }
    if name.words.count == 1, MaskPlainWord.is(name, tokens, at, place, chars) { return false }
    let (found, isSmall) = standing(place)
    if found == .name { return true }
    // Where nobody types capitals, who is shown goes all the same.
    if name.need == .sure || (found == .word && !isSmall) { return false }
    // "So I went", "Will you be there?": the little words of every sentence.
    guard name.words.count == 1 else { return true }
    if MaskLists.little.contains(name.words[0]) { return false }
    if MaskLists.common.contains(name.words[0]), at + 1 < tokens.count {
      let next = tokens[at + 1]
      let gap = chars[place.upperBound..<max(place.upperBound, next.place.lowerBound)]
      if gap.allSatisfy({ $0 == " " }), MaskLists.pronouns.contains(next.key) { return false }
      if !chars[place.lowerBound].isUppercase, at > 0,
        MaskLists.pronouns.contains(tokens[at - 1].key)
      {
        return false
      }
    }
    return true
  }

  // MARK: - Other scripts

  private func unparted(_ chars: [Character]) -> [Hit] {
    let folded = chars.map { MaskName.isParted($0) ? [] : Array(NameFolding.plain(String($0))) }
    var hits: [Hit] = []
    var at = 0
    while at < chars.count {
      if let first = folded[at].first, let names = byLetter[first],
        let (name, end) = longest(names, chars, folded, at)
      {
        hits.append(Hit(place: at..<end, standIn: name.standIn))
        at = end
      } else if let (standIn, end) = read(chars, at) {
        hits.append(Hit(place: at..<end, standIn: standIn))
        at = end
      } else {
        at += 1
      }
    }
    return hits
  }

  /// A name in signs of somebody who is on file in our letters: 王小明 for Wang Xiaoming.
  private func read(_ chars: [Character], _ at: Int) -> (standIn: String, end: Int)? {
    guard !byReading.isEmpty, MaskName.isEastAsian(chars[at]) else { return nil }
    for reading in SignReadings.readings(chars, at: at) {
      let key = SignReadings.Reading(key: reading.key, end: 0, part: reading.part)
      guard let standIn = byReading[key] else { continue }
      if reading.part == .family, !isCalled(chars, at, reading.end) { continue }
      return (standIn, reading.end)
    }
    return nil
  }

  /// Whether what stands around a family name says that it is one.
  private func isCalled(_ chars: [Character], _ start: Int, _ end: Int) -> Bool {
    isHonoured(chars, end) || (start > 0 && (chars[start - 1] == "老" || chars[start - 1] == "小"))
  }

  private func longest(
    _ names: [MaskName], _ chars: [Character], _ folded: [[Character]], _ at: Int
  ) -> (MaskName, Int)? {
    for name in names {
      guard let end = match(name, chars, folded, at) else { continue }
      let isShort = name.letters == 1
      if isShort || (name.letters == 2 && !MaskName.isEastAsian(chars[at])) {
        // So short a name is also a part of many words.
        let isWhole =
          (at == 0 || !MaskName.isWord(chars[at - 1]))
          && (end == chars.count || !MaskName.isWord(chars[end]))
        if isShort, MaskName.isEastAsian(chars[at]) {
          guard isCalled(chars, at, end) else { continue }
        } else if !isWhole {
          continue
        }
      }
      return (name, end)
    }
    return nil
  }

  private func isHonoured(_ chars: [Character], _ end: Int) -> Bool {
    let rest = chars[end...].drop { $0 == " " }
    return MaskLists.honoursBehind.contains { rest.starts(with: Array($0)) }
  }

  private func match(
    _ name: MaskName, _ chars: [Character], _ folded: [[Character]], _ start: Int
  ) -> Int? {
    var at = start
    for (n, word) in name.words.enumerated() {
      if n > 0 {
        let gap = at
        while at < chars.count, !MaskName.isWord(chars[at]), at - gap < 3 { at += 1 }
      }
      var wanted = Array(word)[...]
      while !wanted.isEmpty {
        guard at < chars.count else { return nil }
        if folded[at].isEmpty {
          guard at > start, NameFolding.plain(String(chars[at])).isEmpty else { return nil }
          at += 1
          continue
        }
        guard wanted.starts(with: folded[at]) else { return nil }
        wanted = wanted.dropFirst(folded[at].count)
        at += 1
      }
    }
    return at
  }

  // MARK: - Parts in a row

  /// Puts parts of one name in a row together, with what stands inside of names between them: Maria de
  /// la Garcia, Anne-Marie, Robert T. Kahl.
  private func joined(_ hits: [Hit], _ chars: [Character]) -> [Hit] {
    var result: [Hit] = []
    for hit in hits {
      guard let last = result.last else {
        result.append(hit)
        continue
      }
      if hit.place.lowerBound < last.place.upperBound { continue }
      let gap = chars[last.place.upperBound..<hit.place.lowerBound]
      if last.standIn == hit.standIn, isInside(gap) {
        result[result.count - 1].place = last.place.lowerBound..<hit.place.upperBound
      } else {
        result.append(hit)
      }
    }
    return result
  }

  private func isInside(_ gap: ArraySlice<Character>) -> Bool {
    guard gap.count <= 14 else { return false }
    let isPlain = gap.allSatisfy {
      $0 == " " || $0 == "." || $0 == "-" || $0 == "_" || $0 == "\u{A0}" || $0 == "・" || $0 == "·"
        || $0 == "\u{2010}" || $0 == "\u{2011}" || $0 == "\u{3000}" || $0.isNewline
        || MaskName.isWord($0)
    }
    guard isPlain else { return false }
    let words = gap.split { !MaskName.isWord($0) }.map { NameFolding.plain(String($0)) }
    // A full stop with a blank behind it ends a sentence unless a letter stands before it.
    if words.isEmpty { return gap.count <= 2 && !(gap.contains(".") && gap.contains(" ")) }
    return words.allSatisfy { MaskLists.particles.contains($0) || $0.count == 1 }
      && words.contains { MaskLists.particles.contains($0) || gap.contains(".") || $0.count == 1 }
      && !words.contains("i") && !words.contains("and") && !words.contains("the")
  }
}
