import DebriefModel
import TUI

extension ChecklistPane {
  /// What an answer leads to: shown below it. What asks for a yes or a no takes Enter and y for yes, n and Esc
  /// for no; ``offerHints(_:_:width:)`` names the keys of each. What else a letter does meanwhile, ``strayed(_:_:_:_:)`` says.
  enum Offer: Equatable {
    /// Something for the two lists.
    case finding(Suggestion)
    /// Several smaller things that were left out, in one line.
    case several([Suggestion])
    /// Only what fades, at a low mood (A6).
    case rest
    /// What their words say: a reason to confirm, or none.
    case said(RefusalProposal)
    /// Which answer shows a weakness that was added just now (A44).
    case moment(Finding)
    /// What was said elsewhere and does not agree with the answer (A24).
    case contradiction(String)

    /// What tells it from the others of its question.
    var name: String {
      switch self {
      case .finding(let it): it.statement
      case .several: "several"
      case .rest: "rest"
      case .said(let it): it.sentence
      case .moment(let it): "moment \(it.id)"
      case .contradiction(let it): it
      }
    }
  }

  /// What is offered after an answer and was not declined.
  static func offers(
    _ entry: Wizard.Entry, _ wizard: Wizard, _ declined: Set<String>
  ) -> [Offer] {
    var offers = wizard.momentless(entry).map { [Offer.moment($0)] } ?? []
    offers += wizard.contradiction(entry).map { [.contradiction($0)] } ?? []
    // Boxes left blank are no flood: those that matter come one by one, and the others in one line.
    let lesser = Set(wizard.lesser(entry).map(\.statement))
    let found = wizard.offers(entry)
    let rest = found.filter { lesser.contains($0.statement) }
    offers += found.filter { !lesser.contains($0.statement) }.map(Offer.finding)
    offers += rest.count > 1 ? [Offer.several(rest)] : rest.map(Offer.finding)
    if entry.item.binds == .refusalWords, entry.response?.isSkipped == false,
      let said = wizard.refusal,
      !wizard.dossier.findings.contains(where: { $0.reason == said.reason })
    {
      offers.append(.said(said))
    }
    if entry.item.id == WizardFacts.moodItem, !wizard.debrief.resting,
      let mood = entry.response.flatMap({ Int($0.value) }), mood <= 2
    {
      offers.append(.rest)
    }
    return offers.filter { !declined.contains("\(entry.item.id) \($0.name)") }
  }

  /// Takes a key while something is offered; nil for the keys of other commands.
  mutating func takeOffer(
    _ event: InputEvent, _ entry: Wizard.Entry, _ wizard: Wizard, _ desk: inout Desk
  ) -> [Request]? {
    guard case .key(let key) = event,
      let offer = ChecklistPane.offers(entry, wizard, declined).first
    else { return nil }
    if case .moment(let finding) = offer, case .character(let c) = key.code,
      key.modifiers.isEmpty, let n = c.wholeNumberValue
    {
      let turns = Moments.candidates(wizard.dossier)
      guard turns.indices.contains(n - 1) else {
        return [.notice("\(c) isn't one of the questions here.")]
      }
      let change = Moments.link(finding, to: turns[n - 1])
      return [.app { _ in [.apply(change, then: .none)] }]
    }
    switch key {
    case Key(.enter): return accept(offer, entry, wizard, &desk)
    case .char("y") where offer.isAsked: return accept(offer, entry, wizard, &desk)
    case .char("e") where offer.isReason:
      return [.open(ChecklistPane.otherReason(entry, wizard))]
    case .char("n") where offer.isContradiction, Key(.escape) where offer.isContradiction:
      return answer("no", entry, wizard, &desk)
    case .char("n"), Key(.escape):
      declined.insert("\(entry.item.id) \(offer.name)")
      if ChecklistPane.offers(entry, wizard, declined).isEmpty { goOn(wizard, desk) }
      return []
    default: return nil
    }
  }

  private mutating func accept(
    _ offer: Offer, _ entry: Wizard.Entry, _ wizard: Wizard, _ desk: inout Desk
  ) -> [Request] {
    let change: Change
    switch offer {
    case .finding(let suggestion):
      guard let it = wizard.accept(suggestion, of: entry, ids: &desk.ids, now: desk.now)
      else { return [] }
      change = it
    case .several(let suggestions):
      let changes = suggestions.compactMap {
        wizard.accept($0, of: entry, ids: &desk.ids, now: desk.now)
      }
      change = Change(
        "\(changes.count) added to what didn't go well", changes.flatMap(\.operations))
    case .moment, .contradiction:
      // No single question, or it was fine: all stays as it is.
      declined.insert("\(entry.item.id) \(offer.name)")
      if ChecklistPane.offers(entry, wizard, declined).isEmpty { goOn(wizard, desk) }
      return []
    case .rest:
      declined.insert("\(entry.item.id) \(offer.name)")
      change = wizard.take(Depth(.short), ids: &desk.ids, now: desk.now)
    case .said(let said):
      guard let reason = wizard.reasons.first(where: { $0.code == said.reason }) else {
        declined.insert("\(entry.item.id) \(offer.name)")
        goOn(wizard, desk)
        return []
      }
      change = wizard.blame(reason, saidAt: entry, ids: &desk.ids, now: desk.now)
    }
    // It goes on by itself once nothing more is offered.
    return [.app { _ in [.apply(change, then: .none)] }]
  }
}

extension ChecklistPane {
  /// The keys that work while something is offered, as the footer names them; where it is narrow, the other
  /// keys of a yes and a no work without being named.
  static func offerHints(_ offer: Offer?, _ wizard: Wizard, width: Int) -> [(
    key: String, title: String
  )] {
    let isNarrow = width < 40
    if offer?.isOnlySaid == true { return [("Enter", "go on")] }
    if offer?.isMoment == true {
      let count = Moments.candidates(wizard.dossier).count
      return [
        (count == 1 ? "1" : "1–\(count)", "that one"),
        ("Enter", isNarrow ? "none" : "none of these (or n, Esc)"),
      ]
    }
    return [("Enter", isNarrow ? "yes" : "yes (or y)"), ("n", isNarrow ? "no" : "no (or Esc)")]
      + (offer?.isReason == true ? [("e", "another reason")] : [])
  }

  /// The keys of options as the footer names them: `1–4`, `1–9 0 a–c`.
  static func span(_ options: [Option]) -> String {
    let keys = options.map(\.key).filter { !$0.isEmpty }
    let digits = keys.filter { $0 != "0" && $0.first?.isNumber == true }
    let letters = keys.filter { $0.first?.isLetter == true }
    func run(_ keys: [String]) -> [String] {
      guard let first = keys.first, let last = keys.last else { return [] }
      return [keys.count == 1 ? first : "\(first)–\(last)"]
    }
    return (run(digits) + (keys.contains("0") ? ["0"] : []) + run(letters)).joined(separator: " ")
  }
}

extension Wizard {
  /// Whether a reason is counted as partly in their control.
  fileprivate func isPartly(_ reason: String) -> Bool {
    reasons.first { $0.code == reason }?.control == .partly
  }
}

/// How an offer looks.
extension ChecklistPane {
  /// The rows that what is offered needs to be read whole on a low screen; 0 where nothing is.
  func offerRows(_ entry: Wizard.Entry, _ wizard: Wizard, width: Int) -> Int {
    guard stage == .offering, let offer = ChecklistPane.offers(entry, wizard, declined).first,
      !offer.isMoment
    else { return 0 }
    let it = words(offer, entry, wizard)
    return [it.heading, it.text].reduce(0) { $0 + TextWidth.wrap($1, width: width).count }
  }

  /// What an offer says.
  private func words(
    _ offer: Offer, _ entry: Wizard.Entry, _ wizard: Wizard
  ) -> (heading: String, text: String, ink: Ink) {
    switch offer {
    case .finding(let it):
      let (heading, ink, sign): (String, Ink, String) =
        switch it.makes {
        case .finding(.strength): ("Add to what went well?", Ink(.strength), "+")
        case .finding(.weakness): ("Add to what didn't go well?", Ink(.weakness), "−")
        // What is counted as partly in their control is offered as that.
        case .finding(.outside) where wizard.isPartly(it.reason):
          ("Add to what was partly in your control?", Ink(.accent), "○")
        case .finding(.outside): ("Add to what was outside your control?", Ink(.accent), "○")
        case .change: ("Try this next time?", Ink(.accent), ">")
        case .learning: ("Add to what you want to learn?", Ink(.accent), ">")
        case .next: ("Put it on your to-do list for tomorrow?", Ink(.accent), ">")
        }
      let words = Wizard.fill(it, entry.response?.value ?? "").split(whereSeparator: \.isNewline)
      return (heading, "\(sign) \(words.joined(separator: " "))", ink)
    case .several(let all):
      let words = all.map { Wizard.fill($0, entry.response?.value ?? "") }
      return (
        "Add these smaller things, too?", "− \(words.joined(separator: "; "))", Ink(.weakness)
      )
    case .moment: return ("", "", .body)
    case .contradiction(let it): return ("One thing doesn't match", it, Ink(.accent))
    case .said(let said):
      return (
        "What their words may mean",
        said.sentence + (said.reason == nil ? "" : " Does this sound right?"), Ink(.accent)
      )
    case .rest:
      return (
        "Want to keep it short today?",
        "Just what you might forget, about five minutes. The rest can wait.", Ink(.accent)
      )
    }
  }

  /// What a yes adds to a list, without its mark, and the question that names the list; nil for other offers.
  func added(
    _ offer: Offer, _ entry: Wizard.Entry, _ wizard: Wizard
  ) -> (heading: String, text: String)? {
    switch offer {
    case .finding, .several:
      let it = words(offer, entry, wizard)
      return (it.heading, String(it.text.dropFirst(2)))
    default: return nil
    }
  }

  func drawOffer(
    _ offer: Offer, _ entry: Wizard.Entry, _ wizard: Wizard, _ page: inout Sheet
  ) {
    if offer.isMoment { return }
    let (heading, text, ink) = words(offer, entry, wizard)
    if page.tight || page.isSpoken {
      page.put(heading, .dim, rows: 2)
      page.put(text, ink, rows: 6)
      return
    }
    let used = page.canvas.text("── \(heading) ", x: 0, y: page.y, ink: Ink(.border))
    if used < page.canvas.width {
      page.canvas.part(
        Rect(x: used, y: page.y, width: page.canvas.width - used, height: 1)
      ).rule(y: 0)
    }
    page.y += 1
    page.put(text, ink, rows: 4)
  }
}

extension ChecklistPane {
  /// Another reason than the one their words seem to give.
  private static func otherReason(_ entry: Wizard.Entry, _ wizard: Wizard) -> PickerOverlay {
    let options = Reason.Group.allCases.flatMap { group in
      wizard.reasons.filter { $0.group == group && $0.code != ownWords }.map { reason in
        PickerOverlay.Option(reason.title, detail: group.label) { desk in
          guard let wizard = desk.folder?.wizard,
            let entry = wizard.entries.first(where: { $0.item.id == entry.item.id })
          else { return [] }
          let change = wizard.blame(reason, saidAt: entry, ids: &desk.ids, now: desk.now)
          return [
            .with(ChecklistPane.self) { pane, _ in
              if let said = wizard.refusal {
                pane.declined.insert("\(entry.item.id) \(said.sentence)")
              }
              return [.app { _ in [.apply(change, then: .none)] }]
            }
          ]
        }
      }
    }
    return PickerOverlay("What reason did they give?", options, filterable: true)
  }
}

extension ChecklistPane.Offer {
  /// Whether it is a reason that can be confirmed, or another one named.
  var isReason: Bool { if case .said(let it) = self { it.reason != nil } else { false } }
  /// Whether it is a question that somebody says yes to: there, y is yes as n is no.
  var isAsked: Bool {
    switch self {
    case .finding, .several, .rest, .contradiction: true
    case .said: isReason
    case .moment: false
    }
  }
  /// Whether it asks about an answer that does not agree with what was said elsewhere.
  var isContradiction: Bool { if case .contradiction = self { true } else { false } }
  /// Whether it asks for the answer behind a weakness.
  var isMoment: Bool { if case .moment = self { true } else { false } }
  /// Whether there is nothing to say yes or no to.
  var isOnlySaid: Bool { if case .said(let it) = self { it.reason == nil } else { false } }
}
