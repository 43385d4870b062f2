import DebriefModel

/// The initials of those who are not to be seen: `R. Kahl`, `Kahl, R.`, `R.K.` and `RK` give Robert Kahl
/// away as his name does.
struct MaskInitials: Sendable {
  /// What is known of one person by the letters their names begin with.
  private struct Person: Sendable {
    var letters: Set<Character> = []
    var particles: Set<String> = []
  }

  private var people: [String: Person] = [:]
  /// Whose initials these are; the first on file where several share them.
  private var owners: [String: String] = [:]

  /// What people write in capitals, and is nobody: these are masked only beside a name.
  private static let abbreviations: Set<String> = Set(
    """
    ab ai am api aws ba bi bs bt ca cd ceo cfo ci cm co coo cpu css cto cv db dc de dm dns eg em eng eu faq
    ga gb gm go gp gpu hr html http ic id ie io ios ip it jr js kb km kpi la lan lg ma mba md me ml mm mr ms
    mvp my na ng no ny oh ok oo ooo op or os oss pc pdf phd pl pm po pr ps pt qa qr rd ro ru sa sap sdk se
    seo sla sm smb so sql sr sre ssh ssl st sw tb td tbd tdd tl to tv ui uk up url us usa ux va vc vm vp vpn
    vs we wfh wip xml yes
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  /// Takes in whole names.
  init(_ names: [MaskName]) {
    for name in names where name.isPerson && name.words.count > 1 {
      let own = name.words.filter {
        !MaskLists.particles.contains($0) && !MaskLists.titles.contains($0)
      }
      guard own.count > 1, own.allSatisfy(MaskName.isParted) else { continue }
      let letters = own.compactMap(\.first)
      people[name.standIn, default: Person()].letters.formUnion(letters)
      people[name.standIn]?.particles.formUnion(
        name.words.filter { MaskLists.particles.contains($0) && $0.count > 1 && $0 != "the" })
      for key in [String(letters), String([letters[0], letters[letters.count - 1]])]
      where owners[key] == nil {
        owners[key] = name.standIn
      }
    }
  }

  /// Whether nobody has any.
  var isEmpty: Bool { people.isEmpty }

  private static func key(_ c: Character) -> Character? {
    c.isUppercase ? NameFolding.plain(String(c)).first : nil
  }

  /// A name with the initials and the little words of it beside it: `I. P. Sidorov`, `van der Berg`.
  func widened(_ place: Range<Int>, _ standIn: String, _ chars: [Character]) -> Range<Int> {
    guard let person = people[standIn] else { return place }
    var start = place.lowerBound
    while let before = initialBefore(start, chars, person) ?? particleBefore(start, chars, person) {
      start = before
    }
    var end = place.upperBound
    while let after = initialAfter(end, chars, person) { end = after }
    return start..<end
  }

  private func initialBefore(_ start: Int, _ chars: [Character], _ person: Person) -> Int? {
    var at = start - 1
    if at >= 0, chars[at] == " " || chars[at] == "\u{A0}" { at -= 1 }
    let hasDot = at >= 0 && chars[at] == "."
    if hasDot || at >= 0 && chars[at] == "-" && at < start - 1 { at -= 1 }
    guard at >= 0, at < start - 1, let letter = Self.key(chars[at]),
      person.letters.contains(letter),
      at == 0 || !NameFolding.isWord(chars[at - 1]),
      // "I" and "A" are words as well.
      hasDot || !["I", "A"].contains(chars[at])
    else { return nil }
    return at
  }

  private func particleBefore(_ start: Int, _ chars: [Character], _ person: Person) -> Int? {
    guard start > 1, chars[start - 1] == " ", !person.particles.isEmpty else { return nil }
    var at = start - 1
    while at > 0, NameFolding.isWord(chars[at - 1]) { at -= 1 }
    let word = NameFolding.plain(String(chars[at..<start - 1]))
    return person.particles.contains(word) ? at : nil
  }

  private func initialAfter(_ end: Int, _ chars: [Character], _ person: Person) -> Int? {
    var at = end
    let hasComma = at < chars.count && chars[at] == ","
    if hasComma { at += 1 }
    let hasBlank = at < chars.count && (chars[at] == " " || chars[at] == "\u{A0}")
    if hasBlank { at += 1 }
    guard hasBlank || end > 0 && chars[end - 1] == ".", at < chars.count,
      let letter = Self.key(chars[at]), person.letters.contains(letter)
    else { return nil }
    let hasDot = at + 1 < chars.count && chars[at + 1] == "."
    if at + 1 < chars.count, !hasDot, NameFolding.isWord(chars[at + 1]) { return nil }
    guard hasDot || !hasComma && !["I", "A"].contains(chars[at]) else { return nil }
    if hasDot, at + 2 < chars.count, chars[at + 2].isLowercase { return nil }
    // `Sidorov I. P.`: another one follows.
    let goesOn =
      hasDot && at + 4 < chars.count && chars[at + 2] == " " && chars[at + 4] == "."
      && Self.key(chars[at + 3]).map(person.letters.contains) == true
    return hasDot && (goesOn || !endsSentence(at + 1, chars)) ? at + 2 : at + 1
  }

  /// Whether a full stop may be that of the sentence: it stays then.
  private func endsSentence(_ dot: Int, _ chars: [Character]) -> Bool {
    let rest = chars[(dot + 1)...]
    guard let next = rest.first else { return true }
    return next.isNewline || next == " " && (rest.dropFirst().first?.isUppercase ?? true)
  }

  /// Initials that stand alone at a place, and whose they are.
  func alone(_ at: Int, _ chars: [Character]) -> (end: Int, standIn: String)? {
    guard Self.key(chars[at]) != nil, at == 0 || !NameFolding.isWord(chars[at - 1]) else {
      return nil
    }
    var key = ""
    var end = at
    var dots = 0
    while end < chars.count, key.count < 5, let letter = Self.key(chars[end]) {
      key.append(letter)
      end += 1
      if end < chars.count, chars[end] == "." {
        dots += 1
        end += 1
        if end + 1 < chars.count, chars[end] == " ", Self.key(chars[end + 1]) != nil,
          end + 2 < chars.count, chars[end + 2] == "."
        {
          end += 1
        }
      }
    }
    guard key.count > 1, dots == 0 || dots >= key.count - 1, let standIn = owners[key],
      end == chars.count || !NameFolding.isWord(chars[end]), !Self.abbreviations.contains(key)
    else { return nil }
    if chars[end - 1] == ".", endsSentence(end - 1, chars) { end -= 1 }
    return (end, standIn)
  }
}
