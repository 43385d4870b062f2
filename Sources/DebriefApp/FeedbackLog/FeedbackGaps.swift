import DebriefModel
import TUI

/// What the three things say about the candidate, and what each leads on to (A46, A86).
extension FeedbackPane {
  /// Asks what a thing says; first which one, where there are several.
  static func gapRequests(_ it: Feedback) -> [Request] {
    if it.three.count == 1 { return [.open(gapPicker(it.id, 0, it.three[0]))] }
    let options = it.three.enumerated().map { n, thing in
      PickerOverlay.Option(
        "\(n + 1). \(thing.text)", detail: thing.gap?.label ?? "not sure yet"
      ) { _ in [.open(gapPicker(it.id, n, thing))] }
    }
    return [.open(PickerOverlay("Which of the three?", options))]
  }

  private static func gapPicker(_ reply: ID, _ thing: Int, _ it: Feedback.Thing) -> PickerOverlay {
    let next: [Feedback.Gap: String] = [
      .notAsked: "next: a change to try", .shownWeakly: "next: a change, with an example",
      .lacking: "next: something to learn",
    ]
    func option(_ title: String, _ gap: Feedback.Gap?) -> PickerOverlay.Option {
      .init(title, detail: gap.flatMap { next[$0] } ?? "") { desk in
        kept(reply, thing, gap, desk)
      }
    }
    return PickerOverlay(
      it.text,
      Feedback.Gap.allCases.map { option("\($0.label)", $0) }
        + [option("I'm not sure yet", nil)],
      // What was said before stands there, so that Enter keeps it.
      selected: it.gap.flatMap { Feedback.Gap.allCases.firstIndex(of: $0) } ?? 0)
  }

  /// What it says was picked: it is kept, and what it leads to is offered.
  private static func kept(
    _ reply: ID, _ thing: Int, _ gap: Feedback.Gap?, _ desk: Desk
  ) -> [Request] {
    guard let it = desk.folder?.dossier.feedback.first(where: { $0.id == reply }),
      it.three.indices.contains(thing)
    else { return [] }
    var next = it
    next.three[thing].gap = gap
    var requests: [Request] = []
    if next != it {
      requests.append(
        .effect(
          .apply(
            Change("feedback updated", [.update(from: .feedback(it), to: .feedback(next))]))))
    }
    guard let gap else { return requests }
    requests.append(
      .form(.improvementFrom(it.application, feedback: reply, thing: thing, gap)))
    requests.append(
      .notice(
        gap == .lacking
          ? "Saved. {key.save} adds it as something to learn; {key.esc} doesn't."
          : "Saved. {key.save} adds it as a change to try; {key.esc} doesn't."))
    return requests
  }
}
