/// What the words of a rejection say, in the shape of a question: only what somebody confirms is something
/// they told them.
public struct RefusalProposal: Hashable, Sendable {
  /// It in one sentence, as a friend would say it: "It sounds like someone else had more experience."
  public var sentence: String
  /// What sort of answer it is.
  public var kind: RefusalReading.Kind
  /// The code of the reason it sounds like; nil when it gives none, or when that cannot be told: then
  /// nothing is to be confirmed, and who wants to can choose one.
  public var reason: String?
  /// What they will do or ask for, each with its day, where they name one.
  public var promises: [RefusalReading.Promise]
  /// Where the words stand that say so, in characters of the text: in order, and none over another.
  public var marks: [Range<Int>]
}

extension RefusalReader {
  /// What is to be proposed for the words of a fact: the one thing a screen asks of this folder. Nil when the
  /// words are in no language that is known, or do not read like an answer: then nothing is said about them.
  public func proposal(for refused: Event) -> RefusalProposal? {
    proposal(refused.reading { read($0, on: $1) })
  }

  func proposal(_ reading: RefusalReading?) -> RefusalProposal? {
    guard let reading, let kind = reading.kind else { return nil }
    let isGone = kind == .closed
    let said = isGone ? reading.quote : reading.claims.first?.quote ?? reading.quote
    return RefusalProposal(
      sentence: reading.gist, kind: kind,
      reason: reading.reason,
      promises: reading.promises,
      marks: RefusalReader.joined([said].compactMap(\.self) + reading.promises.map(\.quote)))
  }

  /// The places of quotes in order; those that touch are one.
  private static func joined(_ quotes: [RefusalReading.Quote]) -> [Range<Int>] {
    var marks: [Range<Int>] = []
    for place in quotes.map(\.place).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = marks.last, last.upperBound >= place.lowerBound {
        marks[marks.count - 1] = last.lowerBound..<max(last.upperBound, place.upperBound)
      } else {
        marks.append(place)
      }
    }
    return marks
  }
}

extension RefusalReading {
  /// The code of the reason that is proposed; nil where the words give none.
  var reason: String? { kind == .closed ? RefusalReader.circumstances : claims.first?.code }
}

extension Dossier {
  /// The reasons that the person confirmed or chose when their words were gone over: what the words mean to
  /// whoever got them, in the order of the findings.
  var ownReadings: [Finding] {
    let answers = responses.filter { $0.item == Item.Binding.refusalWords.rawValue }.map(\.id)
    return findings.filter {
      $0.tier == .stated && !$0.reason.isEmpty && $0.evidence?.kind == .response
        && answers.contains($0.evidence?.id ?? $0.id)
    }
  }
}
