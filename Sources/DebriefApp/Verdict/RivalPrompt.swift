import DebriefModel
import TUI

/// Before a cause that blames oneself is kept, one other is asked for in one line that a key passes
/// (A5). The words go into the same change, so that one undo takes both back.
extension App {
  /// The question a change leads to; nil when it makes no weakness of one's own.
  func rivalPrompt(_ change: Change, _ dossier: Dossier, _ reasons: [Reason]) -> Overlay? {
    guard dossier.isDecided else { return nil }
    let isWanted = change.operations.contains { operation in
      guard let finding = Recipe.newWeakness(operation) else { return false }
      return dossier.asksForRival(finding, reasons: reasons)
    }
    return isWanted ? .prompt(PromptOverlay(purpose: .rival(change))) : nil
  }

  /// The same for what is made anywhere, of any application: one that is not open is read first. Nil
  /// when there is nothing to ask.
  mutating func rivalFirst(_ change: Change) -> [Effect]? {
    guard let it = change.operations.compactMap(Recipe.newWeakness).first else { return nil }
    guard screen != .home, let review, review.dossier.application.id == it.application else {
      after = .weigh(change)
      return [.loadDossier(it.application)]
    }
    guard let prompt = rivalPrompt(change, review.dossier, review.reasons) else { return nil }
    overlays.append(prompt)
    return []
  }

  /// The dossier came that such a change waits for; nil for another one's. What is open stays open.
  mutating func weighed(_ dossier: Dossier) -> [Effect]? {
    guard case .weigh(let change)? = after,
      change.operations.contains(where: {
        Recipe.newWeakness($0)?.application == dossier.application.id
      })
    else { return nil }
    after = nil
    if let prompt = rivalPrompt(change, dossier, content.reasons) {
      overlays.append(prompt)
      return []
    }
    notice = Notice(text: "Done: \(change.title). {undo} takes it back.")
    return kept(change)
  }

  /// What was typed, or that nothing came to mind, goes with the change.
  mutating func answeredRival(_ words: String, _ change: Change) -> [Effect] {
    let isEmpty = words.allSatisfy(\.isWhitespace)
    let next =
      screen == .review
      ? "{review.verdict} shows the verdict and why." : "{undo} takes it back."
    notice = Notice(
      text: isEmpty ? "Kept. \(next)" : "Kept, with what else could explain it.")
    return kept(Recipe.rival(isEmpty ? VerdictReasons.nothingElse : words, in: change))
  }

  /// Not answered: all is as it was, and a form that led here keeps its words.
  mutating func leftRival() -> [Effect] {
    review?.checklist.advance = false
    notice = Notice(text: "Nothing changed.")
    return []
  }

  /// Makes the change; the form that led to it goes with it.
  private mutating func kept(_ change: Change) -> [Effect] {
    guard case .form(let overlay)? = overlays.last, overlay.purpose.kind is CaptureForm else {
      return [.apply(change)]
    }
    return finish(overlay, change)
  }

  /// What the line asks, as there is room for it.
  static func rivalLabel(_ width: Int) -> String {
    let long = "What else could explain it? (Enter: nothing comes to mind) "
    if TextWidth.columns(long) + 16 <= width { return long }
    return width >= 50 ? "What else could explain it? " : "What else? "
  }
}
