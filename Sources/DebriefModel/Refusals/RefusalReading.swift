/// What the words of a rejection plainly say. It is a proposal: only what somebody confirms is something
/// they told them.
public struct RefusalReading: Hashable, Sendable {
  /// What sort of answer it is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// It says why.
    case reason
    /// It names something that has nothing to do with the work: an age, a faith, an illness, a family.
    case notYours = "not-yours"
    /// Nothing is decided yet.
    case undecided
    /// There is no opening any more, or it is on hold.
    case closed
    /// They keep the application.
    case kept = "kept-on-file"
    /// They ask for another application.
    case reapply
    /// It says that it will not say why, or does not.
    case none = "no-reason"
    /// Words that go to everybody.
    case form

    /// As a sentence has it.
    public var says: String {
      switch self {
      case .reason: "They gave a reason."
      case .notYours:
        "The reason they gave isn't about your work. Keep their exact words in a private note."
      case .undecided: "This reads as if they haven't decided yet. Did you pick the right outcome?"
      case .closed: "The job itself is gone or on hold."
      case .kept: "They're keeping your application on file."
      case .reapply: "They invite you to apply again."
      case .none: "They gave no reason. That says nothing about you."
      case .form: "This is a form letter. It says nothing about you."
      }
    }

    /// As a sentence has it that only guesses it.
    var maySay: String {
      switch self {
      case .reason: "They may have given a reason."
      case .notYours:
        "The reason they gave may not be about your work. Keep their exact words in a private note."
      case .undecided: "They may not have decided yet. Did you pick the right outcome?"
      case .closed, .kept, .reapply, .none, .form: says
      }
    }
  }

  /// Words of the text that say something.
  public struct Quote: Hashable, Sendable {
    /// Where they stand, in characters.
    public var place: Range<Int>
    /// The words.
    public var words: String

    /// Makes a quote.
    public init(_ place: Range<Int>, _ words: String) {
      self.place = place
      self.words = words
    }
  }

  /// A reason the text names.
  public struct Claim: Hashable, Sendable {
    /// Its code.
    public var code: String
    /// What it sounds like: "someone else had more experience".
    public var says: String
    /// The words that say so, up to the end of their clause.
    public var quote: Quote

    /// Makes a claim.
    public init(_ code: String, says: String, _ quote: Quote) {
      self.code = code
      self.says = says
      self.quote = quote
    }
  }

  /// Something they say they will do, or ask for, at a time.
  public struct Promise: Hashable, Sendable {
    /// What it is.
    public enum What: String, Hashable, Sendable, CaseIterable {
      case keep, feedback, contact, reapply

      /// As a sentence has it; `when` is empty or ends with the day.
      public func says(_ when: String) -> String {
        switch self {
        case .keep: "They'll keep your application\(when)."
        case .feedback: "They'll send you feedback\(when)."
        case .contact: "They'll be in touch\(when)."
        case .reapply: "You can apply again\(when)."
        }
      }
    }

    /// What it is.
    public var what: What
    /// The day that is named, or until which it holds; nil when there is none.
    public var due: Day?
    /// The words that say so.
    public var quote: Quote

    /// Makes a promise.
    public init(_ what: What, due: Day?, _ quote: Quote) {
      self.what = what
      self.due = due
      self.quote = quote
    }
  }

  /// The two letters of its language.
  public var language: String
  /// What sort of answer it is before all; nil when that cannot be told.
  public var kind: Kind?
  /// What else it is.
  public var also: Set<Kind> = []
  /// The words that say what sort of answer it is, where a few words do.
  public var quote: Quote?
  /// Whether that it gives a reason is only told from what it says beyond the usual words: it may be
  /// something else that nobody else writes.
  public var isUncertain = false
  /// Whether its kind or its reason is a guess from single words, and no phrase that says so.
  public var isGuess = false
  /// The reasons it names, the plainest first; empty when it names none, or when that is in doubt.
  public var claims: [Claim] = []
  /// What it promises.
  public var promises: [Promise] = []
  /// Whether it says that they give no feedback.
  public var givesNoFeedback = false
  /// Whether words of it are those of a rejection, and not only such as may stand in one.
  public var saysNo = false
  /// Whether some of these words say no by themselves, and not only by a reason or a job that is gone, which
  /// other texts may speak of, too.
  public var isPlainNo = false
  /// Whether it answers somebody who has withdrawn, and says no to nobody.
  public var isFarewell = false
  /// The day after which hearing nothing means no; nil where they name none.
  public var silentBy: Day?
  /// Whether it reads like an offer or an invitation, and not like a no.
  public var isWelcome = false

  /// Nothing read yet.
  public init(language: String) { self.language = language }

  /// What was understood, in sentences; the words that say so are quoted.
  public var sentences: [String] {
    if isWelcome || isFarewell { return [gist] }
    var sentences = [gist]
    if let claim = claims.first, kind != .closed {
      sentences =
        isGuess
        ? [
          kind?.maySay ?? "",
          "This is only a guess, based on “\(claim.quote.brief)”: \(claim.says).",
        ]
        : [kind?.says ?? "", "It sounds like \(claim.says): “\(claim.quote.brief)”."]
      if also.contains(.notYours) { sentences.append(Kind.notYours.says) }
    } else if kind == .reason, !isUncertain, !isGuess {
      sentences.append("You can judge that better than this program can.")
    }
    if let silentBy {
      sentences.append("They say that if you hear nothing by \(silentBy.long), it's a no.")
    }
    if givesNoFeedback { sentences.append("They say they don't give individual feedback.") }
    // What sort of answer it is says a promise without a day already.
    let said: Promise.What? =
      switch sentences.first {
      case Kind.kept.says: .keep
      case Kind.reapply.says: .reapply
      default: nil
      }
    let more = promises.filter { $0.what != said || $0.due != nil }
    return sentences.filter { !$0.isEmpty } + more.map(\.says)
  }

  /// The one sentence that says most: what the reason sounds like, or else what sort of answer it is.
  public var gist: String {
    if isWelcome {
      return
        "This reads more like an offer or an invitation than a no. Did you pick the right outcome?"
    }
    if isFarewell {
      return
        "This reads more like an answer to your withdrawal than a no. Did you pick the right outcome?"
    }
    if let claim = claims.first, kind != .closed {
      return isGuess ? "This is only a guess: \(claim.says)." : "It sounds like \(claim.says)."
    }
    if isGuess { return kind?.maySay ?? "" }
    return isUncertain
      ? "They may have given a reason. You can judge that better than this program can."
      : kind?.says ?? ""
  }
}

extension RefusalReading.Promise {
  /// As a sentence, with its day: "They'll keep your application until Sat 20 March 2027."
  public var says: String {
    let when = due.map { due in
      (what == .keep ? " until " : what == .reapply ? " from " : " by ") + due.long
    }
    return what.says(when ?? "")
  }
}

extension RefusalReading.Quote {
  /// The words on one line, at most about a hundred characters of them.
  public var brief: String {
    let line = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count > 110 ? line.prefix(100).trimmingSuffix { !$0.isWhitespace } + "…" : line
  }
}

extension Substring {
  /// Without what stands at its end and is of some kind.
  fileprivate func trimmingSuffix(_ isOut: (Character) -> Bool) -> String {
    var text = self
    while let last = text.last, isOut(last) { text.removeLast() }
    return String(text)
  }
}
