import DebriefModel
import TUI

extension ChecklistPane {
  /// One thing that can be chosen at an item.
  struct Option: Equatable {
    /// What choosing it does.
    enum Does: Equatable {
      case answer(String)
      case form(FormPurpose)
      case letter
      case focus(PaneID)
      case page
      case number
      case time(Depth.Time)
      case tried
      case tick(String)
      case phase(Phase)
      case reason(String)
      case go(String)
      /// Begins what is typed with these words.
      case words(String)
      case finish
      case gap(Gap)
      case privateNote

      /// Whether it changes the debrief, which a closed one asks about first.
      var changes: Bool {
        switch self {
        case .focus, .page, .go, .words, .privateNote: false
        case .answer, .form, .letter, .number, .time, .tried, .tick, .phase, .reason, .finish, .gap:
          true
        }
      }

      /// Whether it opens something else over the question.
      var leadsAway: Bool {
        switch self {
        case .form, .letter, .focus, .page, .number, .privateNote: true
        case .answer, .time, .tried, .tick, .phase, .reason, .go, .words, .finish, .gap: false
        }
      }
    }
    /// The key that chooses it, beside Enter: a digit or a letter; empty where there is none.
    var key = ""
    var title: String
    var does: Does
    /// What it means, in a second line while the cursor is on it.
    var meaning = ""
    /// Where the cursor stands at first.
    var isDefault = false
    /// What it stands under; a heading comes before the first of each.
    var group = ""

    /// The value it stores, when it answers.
    var value: String? { if case .answer(let value) = does { value } else { nil } }
  }

  /// What can be chosen at an item. `filter` is what is typed where that looks among them.
  static func options(_ entry: Wizard.Entry, _ wizard: Wizard, filter: String = "") -> [Option] {
    let item = entry.item
    if entry.isUnknown { return [] }
    switch item.kind {
    case .yesNo:
      return [
        Option(key: "y", title: "yes", does: .answer("yes")),
        Option(key: "n", title: "no", does: .answer("no")),
      ]
    case .scale:
      return (1...5).map { n in
        Option(
          key: "\(n)", title: anchor(n - 1, of: 5, item), does: .answer("\(n)"),
          isDefault: n == 3)
      }
    case .sided:
      return (-2...2).map { n in
        Option(
          key: "\(n + 3)", title: n == 0 ? "just right" : anchor(n + 2, of: 5, item),
          does: .answer("\(n)"), isDefault: n == 0)
      }
    case .count:
      let least = item.range.lowerBound
      return (least...5).map { n in
        Option(key: "\(n)", title: times(n), does: .answer("\(n)"))
      } + [Option(key: "m", title: "more: type the number", does: .number)]
    case .choice:
      return numbered(item.choices.map { Option(title: $0.title, does: .answer($0.id)) })
    case .ticks:
      return numbered(item.choices.map { Option(title: $0.title, does: .tick($0.id)) })
    case .line, .text, .date:
      guard item.id == LiveApplication.item else { return [] }
      // The hunt goes on: what is next for one of those that are still open (A8).
      return wizard.live.map {
        Option(
          title: "\($0.company): \($0.next)",
          does: .form(.next(wizard.debrief.application, live: $0.id)))
      }
    case .task(let task): return taskOptions(task, entry, wizard, filter)
    }
  }

  /// A request for feedback that is written and not sent yet.
  static func request(_ dossier: Dossier) -> Letter? {
    dossier.letters.first { $0.letterKind == .request && !$0.isSent }
  }

  /// What a step of a scale means: the two ends, or each step.
  private static func anchor(_ at: Int, of count: Int, _ item: Item) -> String {
    if item.anchors.count == count { return item.anchors[at] }
    if at == 0 { return item.anchors.first ?? "" }
    return at == count - 1 ? item.anchors.last ?? "" : ""
  }

  private static func times(_ n: Int) -> String {
    switch n {
    case 0: "none"
    case 1: "one"
    case 2: "two"
    case 3: "three"
    case 4: "four"
    default: "five"
    }
  }

  /// Each gets a key: the digits, then letters.
  static func numbered(_ options: [Option]) -> [Option] {
    zip(options, "1234567890abcdef").map { option, key in
      var it = option
      if it.key.isEmpty { it.key = String(key) }
      return it
    } + options.dropFirst(16)
  }

  private static func taskOptions(
    _ task: Item.Task, _ entry: Wizard.Entry, _ wizard: Wizard, _ filter: String
  ) -> [Option] {
    let id = wizard.debrief.application
    let dossier = wizard.dossier
    func done(_ title: String) -> Option {
      Option(title: title, does: .answer("done"), isDefault: true)
    }
    switch task {
    case .time:
      let low = (wizard.facts.values["@mood"].flatMap(Int.init) ?? 5) <= 2
      return numbered(
        Depth.Time.allCases.map {
          Option(
            title: $0.label, does: .time($0), isDefault: $0 == (low ? .short : .essentials))
        })
    case .turns, .room: return []
    case .tried:
      return numbered([
        Option(title: "I did it", does: .tried),
        Option(title: "I forgot", does: .answer(wizard.triedValue("forgot", entry))),
        Option(title: "It didn't come up", does: .answer(wizard.triedValue("none", entry))),
      ])
    case .findings:
      return numbered([
        Option(
          title: "Add something that went well",
          does: .form(.finding(id, .strength, editing: nil, evidence: nil))),
        Option(
          title: "Add something that didn't go well",
          does: .form(.finding(id, .weakness, editing: nil, evidence: nil))),
        Option(title: "Change or drop something", does: .focus(.findings)),
        done(dossier.findings.isEmpty ? "Nothing to add" : "Both lists are fair"),
      ])
    case .causes:
      // A ground nobody names is no cause that counts: it leads to the private note (A81).
      let unsaid = Option(
        title: "A private worry about how they decided", does: .privateNote,
        meaning: "A private note: dated, and never counted, searched, or exported",
        group: "Only for you")
      let found = reasons(filter, wizard)
      if filter.trimmed.isEmpty { return found + [unsaid] }
      return isUnsaid(filter)
        ? [unsaid] + found.filter { $0.does != .reason(ownWords) } : found
    case .phases:
      let settled = wizard.settled
      let open = Phase.allCases.filter { !settled.found.contains($0) }
      return numbered(
        open.map { phase in
          Option(title: "Nothing to note \(phase.label) the interview", does: .phase(phase))
        } + [done("That's all three")])
    case .asks:
      let asked = dossier.feedback.contains { $0.asked != nil }
      // A request that is written is an answer, too: the question doesn't ask as if there were none.
      let isBegun = ChecklistPane.request(dossier) != nil
      return numbered([
        Option(
          title: isBegun ? "Keep working on your request" : "Write the request now", does: .letter,
          isDefault: !asked && !isBegun && !dossier.givesNoFeedback),
        Option(title: "I already asked: note who and when", does: .form(.ask(id))),
        Option(
          title: asked ? "Done" : isBegun ? "Done for now: I'll send it myself" : "Not now",
          does: .answer("done"), isDefault: asked || isBegun || dossier.givesNoFeedback),
      ])
    case .replies:
      return numbered([
        Option(title: "Write down what they said", does: .form(.reply(id, editing: nil))),
        Option(title: "See the feedback", does: .focus(.feedback)),
        done("Nothing more for now"),
      ])
    case .improvements:
      guard room(for: wizard) else { return numbered([done("These three are enough")]) }
      let own = wizard.dossier.differently.map {
        [Option(title: "Use what you wrote earlier: “\($0)”", does: .words($0))]
      }
      // For whom nobody told: where the gaps were, as far as that can be worked out (A46).
      let gaps = wizard.openGaps.prefix(4).map {
        Option(title: $0.sentence, does: .gap($0), group: "Where the gaps were")
      }
      return (own ?? []) + gaps
    case .page: return numbered([Option(title: "Read the one-page summary", does: .page)])
    case .close: return closing(wizard)
    }
  }
}

// MARK: - Causes and the end

extension ChecklistPane {
  /// The reasons that hold what is typed, in their groups; one of one's own words where none does.
  static func reasons(_ filter: String, _ wizard: Wizard) -> [Option] {
    let words = filter.lowercased().split(separator: " ").map(String.init)
    let named = Set(wizard.dossier.findings.map(\.reason))
    let all = Reason.Group.allCases.flatMap { group in
      wizard.reasons.filter {
        $0.group == group && !isOutOfPlace($0, wizard) && !named.contains($0.code)
      }
    }
    let found = all.filter { reason in
      let text = "\(reason.title) \(reason.group.label) \(reason.evidence)".lowercased()
      return words.allSatisfy { text.containsText($0) }
    }
    var options = found.map {
      Option(
        title: $0.title, does: .reason($0.code),
        meaning: "Based on: \($0.evidence)",
        group: $0.group.label)
    }
    if found.isEmpty, !filter.trimmed.isEmpty {
      options = [Option(title: "“\(filter.trimmed)”, in your own words", does: .reason(ownWords))]
    }
    return options
  }

  /// Words by which one may look for a ground nobody names.
  private static let unsaid = [
    "age", "ageism", "old", "too old", "young", "too young", "gender", "woman", "women", "man",
    "men", "child", "children", "faith", "accent", "color", "colour", "race", "racism", "racist",
    "illness", "gay", "lesbian", "trans", "orientation", "bias", "biased", "private", "out loud",
    "nobody", "union",
  ]
  /// What such words begin with, and no others do.
  private static let unsaidStems = [
    "pregnan", "famil", "religio", "national", "foreign", "disab", "discrimin", "sexual orient",
  ]

  /// Whether what is typed may be about such a ground: words of it, or the beginning of one. "Many applicants" and
  /// "the manager" have nothing to do with a man.
  static func isUnsaid(_ filter: String) -> Bool {
    let text = filter.lowercased().trimmed
    guard text.count >= 3 else { return false }
    return unsaid.contains { $0.hasPrefix(text) || text.hasPrefix($0 + " ") }
      || unsaidStems.contains { text.hasPrefix($0) || $0.hasPrefix(text) }
  }

  /// The reason of a cause in the user's own words.
  static let ownWords = Finding.ownWords

  /// Reasons that no list to pick from needs: what is typed is one's own, and one's own choice is no
  /// reason of theirs.
  private static func isOutOfPlace(_ reason: Reason, _ wizard: Wizard) -> Bool {
    reason.code == ownWords
      || reason.code == Finding.ownChoice && wizard.branch != .withdrew
      || reason.interview == (wizard.isAfterInterview ? .missing : .held)
  }

  /// The end: what is still open, each with its key, and the way out.
  /// Over what may be left out at the end.
  static let ifYouLike = "If you like"

  static func closing(_ wizard: Wizard) -> [Option] {
    if wizard.debrief.closed != nil {
      return [Option(title: "Read the one-page summary", does: .page, isDefault: true)]
    }
    var options = wizard.stillOpen.map {
      Option(title: $0.item.ask, does: .go($0.item.id), group: "Still open")
    }
    options += wizard.openPhases.map {
      Option(
        title: "\($0.label.capitalizedFirst) the interview: nothing noted yet", does: .phase($0),
        group: "Still open")
    }
    let title = options.isEmpty ? "Finish" : "Finish anyway"
    options.append(Option(title: title, does: .finish, isDefault: true))
    return options
      + wizard.finishing.map {
        Option(title: $0.item.ask, does: .go($0.item.id), group: ChecklistPane.ifYouLike)
      }
  }
}
