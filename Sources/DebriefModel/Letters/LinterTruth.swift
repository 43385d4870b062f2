/// Whether what a letter says holds, and says something: claims taken back, claims without proof,
/// and the résumé told once more (A24, A64, A89).
extension LintScan {
  /// A claim that was taken back must not come in by a letter (A24). A sentence that denies it is
  /// right, and so is one that quotes it.
  mutating func retractedClaims() {
    guard applies(.retractedClaim), let dossier = context.dossier else { return }
    for claim in dossier.preparations where claim.kind == .claim && claim.state == .retract {
      let claimed = LetterProse(claim.text)
      if claimed.tokens.contains(where: { $0.traits.contains(.unspaced) }) {
        if let place = first(claimed.bytes) { note(.retractedClaim, at: place) }
        continue
      }
      let wanted = claimMatter(claimed.tokens)
      guard !wanted.isEmpty else { continue }
      for sentence in sentences {
        guard !sentence.contains(where: { has($0, .negation) }) else { continue }
        var places: [Int] = []
        var met: Set<String> = []
        for at in sentence where isProse(at) {
          guard let stem = claimStem(text.tokens[at]), wanted.contains(stem) else { continue }
          if met.insert(stem).inserted { places.append(at) }
        }
        // One word alone needs the writer beside it.
        let told = wanted.count > 1 || sentence.contains { has($0, .own) }
        let enough = wanted.count <= 3 ? wanted.count : (wanted.count * 4 + 4) / 5
        guard told, met.count >= enough, let start = places.first, let end = places.last else {
          continue
        }
        note(.retractedClaim, at: span(start..<(end + 1)), limit: claim.text)
      }
    }
  }

  private func first(_ wanted: [UInt8]) -> Range<Int>? {
    guard let lead = wanted.first else { return nil }
    for at in text.bytes.indices where text.bytes[at] == lead {
      guard at + wanted.count <= text.bytes.count else { return nil }
      if text.bytes[at..<(at + wanted.count)].elementsEqual(wanted) {
        return at..<(at + wanted.count)
      }
    }
    return nil
  }

  private func claimMatter(_ tokens: [LetterToken]) -> Set<String> {
    Set(tokens.compactMap(claimStem))
  }

  /// The part of a word that tells a claim apart: here names and numbers count too.
  private func claimStem(_ token: LetterToken) -> String? {
    if token.traits.contains(.opaque) { return nil }
    if token.traits.contains(.digit) || index.has(token.key, .numbers) { return token.key }
    let base = token.base
    guard base.utf8.count >= 3, !index.has(base, .function), !index.has(base, .own) else {
      return nil
    }
    return LintScan.cut(base)
  }

  // MARK: - Claims without proof

  /// A sentence that praises needs a number, a name or a date; the next sentence may give it (A89).
  mutating func abstractClaims() {
    guard applies(.abstract) else { return }
    let claims = places(.claims)
    guard !claims.isEmpty else { return }
    let sentences = sentences
    var at = 0
    for (number, sentence) in sentences.enumerated() {
      // Both are in the order of the text.
      while at < claims.count, claims[at].lowerBound < sentence.lowerBound { at += 1 }
      guard at < claims.count, sentence.contains(claims[at].lowerBound), !isProven(sentence) else {
        continue
      }
      let claim = claims[at]
      if number + 1 < sentences.count {
        let next = sentences[number + 1]
        let here = text.tokens[sentence.lowerBound].paragraph
        if text.tokens[next.lowerBound].paragraph == here, isProven(next) { continue }
      }
      note(.abstract, at: span(sentence), words: text.string(span(claim)))
    }
  }

  /// Whether some words hold a number, a name or a date.
  private func isProven(_ sentence: Range<Int>) -> Bool {
    sentence.contains { at in
      let token = text.tokens[at]
      if token.traits.contains(.digit) || has(at, .numbers) || token.traits.contains(.quoted) {
        return true
      }
      if names.contains(token.base) { return true }
      guard token.traits.contains(.capital), !token.traits.contains(.first) else { return false }
      return !has(at, .own) && !has(at, .function)
    }
  }

  // MARK: - The résumé once more

  /// A run of words of the résumé, or all its skills in one sentence (A64).
  mutating func resumeRepeated() {
    guard applies(.resumeRepeated), let resume = context.resume else { return }
    if let run = words.figures[.resumeRun], run > 1 {
      let opening = LetterProse(resume.opening).tokens.map(\.key)
      if opening.count >= run { repeated(opening, run) }
    }
    let skills = resume.skills.split { $0 == "," || $0 == ";" || $0 == "\n" }
      .map { LetterProse(String($0)).tokens.map(\.key) }.filter { !$0.isEmpty }
    guard let least = words.figures[.resumeSkills], skills.count >= least else { return }
    for sentence in sentences {
      let keys = sentence.map { text.tokens[$0].key }
      let met = skills.count { skill in LintScan.contains(keys, skill) }
      if met >= least {
        note(.resumeRepeated, "skills", at: span(sentence), count: "\(met)")
        return
      }
    }
  }

  private mutating func repeated(_ opening: [String], _ run: Int) {
    let tokens = text.tokens
    var places: [String: [Int]] = [:]
    for (at, key) in opening.enumerated() { places[key, default: []].append(at) }
    var at = 0
    while at + run <= tokens.count {
      var longest = 0
      for start in places[tokens[at].key] ?? [] {
        var length = 0
        while start + length < opening.count, at + length < tokens.count,
          opening[start + length] == tokens[at + length].key
        { length += 1 }
        longest = max(longest, length)
      }
      if longest >= run {
        note(.resumeRepeated, "run", at: span(at..<(at + longest)))
        at += longest
      } else {
        at += 1
      }
    }
  }

  private static func contains(_ keys: [String], _ wanted: [String]) -> Bool {
    guard keys.count >= wanted.count else { return false }
    return (0...(keys.count - wanted.count)).contains { start in
      keys[start..<(start + wanted.count)].elementsEqual(wanted)
    }
  }
}
