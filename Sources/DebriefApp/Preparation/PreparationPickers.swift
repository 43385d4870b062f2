import DebriefModel
import TUI

/// What the pane offers to pick from: the question bank, and ratings of a fit or a claim.
extension PreparationPane {
  /// Questions to ask where the cursor is among those, what has to fit among those, else questions
  /// to be ready for.
  func bankPicker(_ dossier: Dossier, _ content: Content, now: Moment) -> PickerOverlay {
    let (kind, side, title): (Preparation.Kind, BankQuestion.Side, String) =
      switch current?.kind {
      case .question?: (.question, .room, "Questions to ask them")
      case .fit?: (.fit, .fit, "What has to fit")
      default: (.answer, .candidate, "Questions to be ready for")
      }
    let known = Set(dossier.preparations.filter { $0.kind == kind }.map(\.text))
    let listed = "It is on your list already."
    var options: [PickerOption] = []
    if kind == .answer { options = ownQuestions(known, listed, today: now.day) }
    options += content.bank.filter { $0.side == side }.map {
      PickerOption(
        id: $0.id, title: $0.ask, detail: own($0).map { "you: \($0)" } ?? $0.hint,
        disabled: known.contains($0.ask) ? listed : nil)
    }
    return PickerOverlay(
      picker: Picker(title: title, options: options, filterable: true), purpose: .bank(kind))
  }

  /// Questions of the user's own talks whose answer missed, with that answer and its day (A31).
  private func ownQuestions(
    _ known: Set<String>, _ listed: String, today: Day
  ) -> [PickerOption] {
    var seen: Set<String> = []
    return (teachings?.own ?? []).filter { seen.insert($0.thing.question).inserted }.map {
      let turn = $0.thing
      let rated = turn.rating.map { "\($0)/5" } ?? ""
      let said = turn.answer.split(whereSeparator: \.isNewline).first.map { ": \"\($0)\"" } ?? ""
      return PickerOption(
        id: PreparationPane.ownMark + turn.id.text, title: turn.question,
        detail:
          "yours, \(turn.recorded.day.short(today: today)) at \($0.company), \(rated)\(said)",
        disabled: known.contains(turn.question) ? listed : nil)
    }
  }

  /// What the pick of an own question begins with.
  static let ownMark = "turn/"

  /// What the user's own profile says to a question of the bank (A111); nil when it says nothing.
  func own(_ question: BankQuestion) -> String? {
    guard question.tags.contains("availability"), let said = teachings?.available, !said.isEmpty
    else { return nil }
    return said
  }

  /// How well it fits, or what became of a claim; nil for other entries.
  func ratePicker(_ it: Preparation, _ dossier: Dossier, now: Moment) -> PickerOverlay? {
    var options: [PickerOption] = []
    var title = it.text
    switch it.kind {
    case .fit:
      let after = FitRules.rating(dossier, now: now) == .after
      let given = after ? it.after : it.before
      title += after ? " (after the talk)" : " (before the talk)"
      options = (1...5).map { n in
        let words = ["not at all", "hardly", "in part", "well", "wholly"][n - 1]
        return PickerOption(
          id: "\(n)", title: "\(n) \(words)", detail: given == n ? "as it is" : "", key: "\(n)")
      }
    case .claim:
      options = Preparation.Delivery.allCases.map {
        PickerOption(
          id: $0.rawValue, title: $0.label, detail: it.delivery == $0 ? "as it is" : "")
      }
      options.append(PickerOption(id: "", title: "I cannot say"))
    default: return nil
    }
    return PickerOverlay(
      picker: Picker(title: title, options: options, filterable: false), purpose: .rate(it.id))
  }

  /// A rating was picked: kept, where the talk decides which of the two it is.
  func rated(_ id: ID, _ pick: String, _ dossier: Dossier, now: Moment) -> [Request] {
    guard let it = dossier.preparations.first(where: { $0.id == id }) else { return [] }
    var next = it
    var title = "rate how well it fits"
    var notice: String?
    if it.kind == .claim {
      next = it.delivered(Preparation.Delivery(rawValue: pick))
      title = "say what became of a claim"
      switch next.delivery {
      case .unmet?: notice = "Kept. - makes it a weakness: it promised more than it showed."
      case .notAsked? where it.state == .provable:
        notice = "Kept. Say it unasked next time; - makes that a weakness."
      default: break
      }
    } else if FitRules.rating(dossier, now: now) == .after {
      next.after = Int(pick)
    } else {
      next.before = Int(pick)
    }
    if next == it { return [] }
    return [
      .effect(.apply(Change(title, [.update(from: .preparation(it), to: .preparation(next))])))
    ] + (notice.map { [.notice($0)] } ?? [])
  }

  /// Takes a question over from the bank.
  mutating func take(
    _ pick: String, _ kind: Preparation.Kind, _ dossier: Dossier, _ bank: [BankQuestion],
    ids: inout IDSource, now: Moment
  ) -> [Request] {
    var text = ""
    var detail = ""
    if let question = bank.first(where: { $0.id == pick }) {
      text = question.ask
      detail = own(question) ?? ""
    } else if pick.hasPrefix(PreparationPane.ownMark),
      let turn = teachings?.own.first(where: {
        $0.thing.id.text == pick.dropFirst(PreparationPane.ownMark.count)
      })?.thing
    {
      text = turn.question
      // The better answer, where one was thought of; the weak one is shown in the bank.
      detail = turn.better
    }
    if text.isEmpty { return [] }
    let it = Preparation(
      id: ids.draw(), application: dossier.application.id, kind: kind, recorded: now
    ) {
      $0.text = text
      $0.detail = detail
    }
    follow = it.id
    return [
      .effect(.apply(Change("add \(kind.one) from the bank", [.insert(.preparation(it))]))),
      .notice("Added; {preparation.edit} writes down what belongs to it."),
    ]
  }
}
