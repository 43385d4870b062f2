import DebriefModel
import TUI

/// What the pane offers to pick from: the question bank, and ratings of a fit or a claim.
extension PreparationPane {
  /// Questions to ask where the cursor is among those, what has to fit among those, else questions
  /// to be ready for.
  func bankPicker(_ folder: Folder, now: Moment) -> PickerOverlay {
    let (kind, side, title): (Preparation.Kind, BankQuestion.Side, String) =
      switch current?.kind {
      case .question?: (.question, .room, "Questions to ask them")
      case .fit?: (.fit, .fit, "What makes it a good fit")
      case .instruction?, .document?, .company?, .requirement?, .claim?, .answer?, nil:
        (.answer, .candidate, "Questions to be ready for")
      }
    let known = Set(folder.dossier.preparations.filter { $0.kind == kind }.map(\.text))
    func option(
      _ text: String, _ detail: String, takes answer: String
    ) -> PickerOverlay.Option {
      .init(
        text, detail: detail, disabled: known.contains(text) ? "It's already on your list." : nil
      ) { desk in PreparationPane.take(text, answer, kind, &desk) }
    }
    var options: [PickerOverlay.Option] = []
    if kind == .answer {
      // Questions of the user's own talks whose answer missed, with that answer and its day (A31). The
      // better answer is taken over, where one was thought of.
      var seen: Set<String> = []
      for own in teachings?.own ?? [] where seen.insert(own.thing.question).inserted {
        options.append(
          option(
            own.thing.question, PreparationPane.own(own, today: now.day), takes: own.thing.better))
      }
    }
    let bank = folder.bank.filter { $0.side == side }
    // What they ask sinks once nobody has for a while; what you ask is up to you.
    let lately = kind == .answer ? teachings?.lately ?? [] : []
    options += BankQuestion.order(bank, lately: lately).map { it, hasSunk in
      let mine = own(it)
      let hint = mine.map { "you: \($0)" } ?? it.hint
      return option(it.ask, hasSunk ? PreparationPane.sunk + hint : hint, takes: mine ?? "")
    }
    return PickerOverlay(title, options, filterable: true)
  }

  /// Before the hint of a question that nobody has asked for a while.
  private static let sunk = "not asked in your last \(BankQuestion.sinksAfter) interviews · "

  private static func own(_ it: Teachings.Item<Turn>, today: Day) -> String {
    let turn = it.thing
    let rated = turn.rating.map { "\($0)/5" } ?? ""
    let said = turn.answer.split(whereSeparator: \.isNewline).first.map { ": \"\($0)\"" } ?? ""
    return "yours, \(turn.recorded.day.short(today: today)) at \(it.company), \(rated)\(said)"
  }

  /// What the user's own profile says to a question of the bank (A111); nil when it says nothing.
  func own(_ question: BankQuestion) -> String? {
    guard question.tags.contains("availability"), let said = teachings?.available, !said.isEmpty
    else { return nil }
    return said
  }

  /// Takes a question over from the bank.
  private static func take(
    _ text: String, _ answer: String, _ kind: Preparation.Kind, _ desk: inout Desk
  ) -> [Request] {
    guard let application = desk.folder?.id else { return [] }
    let it = Preparation(
      id: desk.ids.draw(), application: application, kind: kind, recorded: desk.now
    ) {
      $0.text = text
      $0.detail = answer
    }
    return [
      .with(PreparationPane.self) { pane, _ in
        pane.follow = it.id
        return []
      },
      .effect(.apply(Change("\(kind.one) added", [.insert(.preparation(it))]))),
      .notice("Added. {preparation.edit} adds the details."),
    ]
  }

  /// How well it fits, or what became of a claim; nil for other entries.
  static func ratePicker(_ it: Preparation, _ dossier: Dossier, now: Moment) -> PickerOverlay? {
    let isAfter = FitRules.rating(dossier, now: now) == .after
    switch it.kind {
    case .fit:
      let given = isAfter ? it.after : it.before
      let words = ["not at all", "a little", "partly", "well", "completely"]
      return PickerOverlay(
        it.text + (isAfter ? " (after the interview)" : " (before the interview)"),
        words.enumerated().map { at, word in
          let n = at + 1
          return .init(
            "\(n) \(word)", detail: given == n ? "now" : "", key: "\(n)"
          ) { _ in
            change(it, "fit rated") {
              if isAfter { $0.after = n } else { $0.before = n }
            }
          }
        })
    case .claim:
      return PickerOverlay(
        it.text,
        Preparation.Delivery.allCases.map { delivery in
          .init(delivery.label, detail: it.delivery == delivery ? "now" : "") { _ in
            delivered(it, delivery)
          }
        } + [.init("I'm not sure") { _ in delivered(it, nil) }])
    case .company, .requirement, .instruction, .document, .answer, .question: return nil
    }
  }

  private static func delivered(
    _ it: Preparation, _ delivery: Preparation.Delivery?
  ) -> [Request] {
    let requests = change(it, "résumé claim rated") { $0 = $0.delivered(delivery) }
    if requests.isEmpty { return [] }
    switch delivery {
    case .unmet?:
      return requests + [
        .notice(
          "Saved. {preparation.weakness} adds it to what didn't go well.")
      ]
    case .notAsked? where it.state == .provable:
      return requests + [
        .notice(
          "Saved. You can bring it up next time. {preparation.weakness} adds it to what didn't go well."
        )
      ]
    case .notAsked?, .met?, .partly?, nil: return requests
    }
  }

  private static func change(
    _ it: Preparation, _ title: String, _ edit: (inout Preparation) -> Void
  ) -> [Request] {
    var next = it
    edit(&next)
    if next == it { return [] }
    return [
      .effect(.apply(Change(title, [.update(from: .preparation(it), to: .preparation(next))])))
    ]
  }
}
