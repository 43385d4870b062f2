import DebriefModel
import TUI

/// A layer over the screen. The top one hears first and is drawn last.
enum Overlay: Equatable, Sendable {
  case form(FormOverlay)
  case picker(PickerOverlay)
  case confirm(ConfirmOverlay)
  case help(HelpOverlay)
  case search(SearchOverlay)
  case prompt(PromptOverlay)
  case agenda(AgendaOverlay)
  case inbox(InboxOverlay)
  case place(PlaceOverlay)
  case people(PeopleOverlay)
  case verdict(VerdictOverlay)
  case privateNote(PrivateNoteOverlay)
  case improvements(ImprovementsOverlay)
  case resumes(ResumesOverlay)
  case afterNo(AfterNoOverlay)
  case letter(LetterEditor)
  case callCard(CallCardOverlay)
  case followThrough(FollowThroughOverlay)
}

/// A form, what it is for, and whether it was filled from a draft.
struct FormOverlay: Equatable, Sendable {
  var form: Form
  let purpose: FormPurpose
  /// What the form held when it was opened: a draft is kept only when it differs.
  let original: [String: String]
  var restored = false
  /// The file its text came from, which may go once that is saved.
  var source: String?
  /// The questions that were answered by saving once more.
  var agreed: Set<String> = []
  /// What the form edits, as it was seen when it was opened.
  var base: [Entity] = []
  /// What was sent to the store last, and the values it was made from: sent again as it was, it
  /// cannot be done twice.
  var attempt: Attempt?

  /// A change that was sent to the store.
  struct Attempt: Equatable, Sendable {
    var values: [String: String]
    var change: Change
  }

  /// What is half typed, when it is worth keeping.
  var draft: Draft? {
    form.values == original
      ? nil : Draft(scope: purpose.scope, fields: form.values, base: base)
  }
}

/// A list to pick from, and what the pick does.
struct PickerOverlay: Equatable, Sendable {
  enum Purpose: Equatable, Sendable {
    case palette
    case skip(item: String)
    case link(finding: ID)
    case jump
    case rest
    case interview
    /// Which fact gets another day.
    case event
    case outcomeFirst
    case preparation
    case bank(Preparation.Kind)
    case move(AgendaEntry)
    /// Which of the three things of a reply; then what it says about the candidate.
    case thing(feedback: ID)
    case gap(feedback: ID, thing: Int)
    /// Which letter to begin; to whom; and to whom instead.
    case letterKind
    case letterRecipient(LetterKind)
    /// The day a letter to somebody asks for an answer by.
    case letterDay(LetterKind, to: ID?)
    case letterTo
    /// Whether a letter with something amiss went out all the same.
    case sendAnyway(letter: ID)
    /// Whether an answer that missed becomes a weakness.
    case missed(turn: ID)
    /// How well it fits, or what became of a claim.
    case rate(ID)
    /// Whether one is glad by now.
    case glad(AgendaEntry)
    /// What becomes of a text that could not be stored, and the file it could go to.
    case unsaved(refuge: String)
    /// A text an editor left behind; what becomes of it; and whether it is taken where it was left.
    case left
    case leftOne(path: String)
    case leftHere(path: String, text: String, name: String)
  }
  var picker: Picker
  let purpose: Purpose
}

extension Overlay {
  /// With the keys of the commands that the options of a picker name.
  func named(_ commands: CommandTable) -> Overlay {
    guard case .picker(var it) = self else { return self }
    switch it.purpose {
    case .letterRecipient, .letterTo: it.picker = it.picker.detailed(commands.named)
    default: break
    }
    return .picker(it)
  }
}

/// A question with a yes and a no. What a yes does is data.
struct ConfirmOverlay: Equatable, Sendable {
  var question: String
  var detail: String
  var yes: Effect
}

/// Help: the commands that can be used here, and what the program is.
struct HelpOverlay: Equatable, Sendable {
  var lines: [StyledLine]
  var top = 0
}

/// Search over everything: words, and what was found.
struct SearchOverlay: Equatable, Sendable {
  var field = TextField()
  var hits: [Hit] = []
  var words = ""
  /// How many places were asked for: first those that can be seen, then as many as are ever listed.
  var asked = 0
  static let most = 60
  var list = ListState()
}

/// One line at the foot of the screen: find in the open list, or filter it.
struct PromptOverlay: Equatable, Sendable {
  enum Purpose: Equatable, Sendable {
    case find, filter, move(AgendaEntry)
    /// Where a letter is to be written.
    case letterFile(ID, application: ID)
    /// What else could explain the weakness that a change makes.
    case rival(Change)
    /// Where a text goes that could not be stored.
    case refuge
  }
  var field = TextField()
  let purpose: Purpose
  /// Why what was typed could not be done, until something else is typed.
  var fault = ""
}
