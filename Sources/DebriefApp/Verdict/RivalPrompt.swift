import DebriefModel
import TUI

/// Before a cause that blames oneself is kept, one other is asked for in one line that a key passes
/// (A5). The words go into the same change, so that one undo takes both back.
extension App {
  /// The question a change leads to; nil when it makes no weakness of one's own.
  func rivalPrompt(_ change: Change) -> Overlay? {
    guard screen == .review, let review, review.dossier.isDecided else { return nil }
    let isWanted = change.operations.contains { operation in
      guard let finding = Recipe.newWeakness(operation) else { return false }
      return review.dossier.asksForRival(finding, reasons: review.reasons)
    }
    return isWanted ? .prompt(PromptOverlay(purpose: .rival(change))) : nil
  }

  /// What was typed, or that nothing came to mind, goes with the change.
  mutating func answeredRival(_ words: String, _ change: Change) -> [Effect] {
    let isEmpty = words.allSatisfy(\.isWhitespace)
    notice = Notice(
      text: isEmpty
        ? "Kept. v shows the verdict and why." : "Kept, with what else could explain it.")
    return [.apply(Recipe.rival(isEmpty ? VerdictReasons.nothingElse : words, in: change))]
  }

  /// What the line asks, as there is room for it.
  static func rivalLabel(_ width: Int) -> String {
    let long = "What else could explain it? (Enter: nothing comes to mind) "
    if TextWidth.columns(long) + 16 <= width { return long }
    return width >= 50 ? "What else could explain it? " : "What else? "
  }
}
