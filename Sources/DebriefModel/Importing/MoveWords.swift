/// How emails say that an interview moves to another time, or won't take place: content, read from
/// `imports.yaml`. Phrases are written as ``PhrasePattern`` has them.
public struct MoveWords: Hashable, Sendable {
  /// What a group of phrases is for.
  public enum Group: String, Hashable, Sendable, CaseIterable {
    /// What is only said for some case, or denied: it takes back what follows it in its sentence.
    case aside
    /// That an interview moves, or should.
    case moved
    /// The same, where one is booked and another time stands beside it: "your interview is now on …".
    case restated
    /// That something is only asked.
    case asked
    /// That an interview won't take place.
    case off
  }

  /// Classes of words that phrases use by name.
  public var classes: [String: [String]] = [:]
  /// The days, months, and hours of other languages, each with what it is in English.
  public var days: [String: String] = [:]
  /// Their little words around a time, which are words of English or of others, too, where none stands.
  public var joins: [String: String] = [:]
  /// The phrases of each group.
  public var phrases: [Group: [String]] = [:]

  /// No words yet.
  public init() {}

  /// The words of a sentence with the times of another language in English; nil where it names none of them.
  public func english(_ words: [String]) -> [String]? {
    let small = words.map { $0.lowercased() }
    guard small.contains(where: { days[$0] != nil }) else { return nil }
    return zip(words, small).flatMap { word, key -> [String] in
      (days[key] ?? joins[key])?.split(separator: " ", omittingEmptySubsequences: false)
        .map(String.init) ?? [word]
    }
  }

  /// What is wrong with a phrase; nil when nothing is. `sound` keeps the words of phrases that were found
  /// right.
  public func fault(inPhrase text: String, sound: inout Set<String>) -> String? {
    PatternWords.fault(text, classes: classes, sound: &sound)
  }
}

/// ``MoveWords``, ready to be found in sentences. Make one and keep it.
public struct MovePhrases: Sendable {
  private let index: PatternIndex<MoveWords.Group>

  /// Makes the phrases ready; those with a fault are left out.
  public init(_ words: MoveWords) {
    index = PatternIndex(
      classes: words.classes,
      patterns: MoveWords.Group.allCases.map { ($0, words.phrases[$0] ?? []) })
  }

  /// What a sentence says of an interview's time. What is taken back in it doesn't count.
  public func groups(in sentence: String) -> Set<MoveWords.Group> {
    let numbers = MovePhrases.words(sentence).map(index.number)
    let all = Set(index.hits(numbers).hits.map(\.list))
    guard all.contains(.aside) else { return all }
    let standing = index.standing(numbers, of: [.moved, .restated, .off], sparedBy: .aside)
    return all.intersection([.aside, .asked]).union(standing.map(\.list))
  }

  /// The words of a sentence in small letters, short forms in full.
  private static func words(_ sentence: String) -> [String] {
    let plain = sentence.lowercased().replacing("’", with: "'")
    return plain.split { !$0.isLetter && !$0.isNumber && $0 != "'" }.flatMap { word -> [String] in
      let key = word.trimmingPrefix("'")
      return ShortForms.words(String(key), hasApostrophe: key.contains("'"))
    }.filter { !$0.isEmpty }
  }
}
