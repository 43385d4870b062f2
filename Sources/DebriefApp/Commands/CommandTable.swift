import TUI

/// The table of all commands and the keymaps made from it: as shipped, or with keys of the user's.
public struct CommandTable: Sendable {
  /// As shipped.
  public static let standard = CommandTable()

  /// Every command, in the order in which help shows them.
  public let all: [Command]
  private let byScope: [[Command]]
  /// The keymaps of a table with keys of its own.
  private let own: [Scope: Keymap<Action>]?

  private init() {
    all = CommandTable.shipped
    byScope = CommandTable.parted(all)
    own = nil
  }

  /// A table with other keys; they are checked before.
  init(_ commands: [Command]) {
    all = commands
    byScope = CommandTable.parted(commands)
    own = CommandTable.maps(commands)
  }

  private static let shipped: [Command] = [
    Command(.help, .everywhere, ["?", "f1"], "Help: what can be done here", footer: "help"),
    Command(.palette, .everywhere, [":", "ctrl+p"], "Commands by name", footer: "commands"),
    Command(.searchAll, .everywhere, ["ctrl+f"], "Search everything ever written"),
    Command(.capture, .everywhere, ["c"], "Capture a thought now, sort it out later"),
    Command(.agenda, .everywhere, ["D"], "Everything that is due"),
    Command(.inbox, .everywhere, ["I"], "Sort the notes that were captured"),
    Command(.people, .everywhere, ["P"], "People: everyone on file and their history"),
    Command(.profile, .everywhere, ["M"], "You: what letters and answers say of you"),
    Command(.resumes, .everywhere, ["V"], "Versions of your résumé and their results"),
    Command(.undo, .everywhere, ["u"], "Undo the last change, also of an earlier day"),
    Command(.redo, .everywhere, ["ctrl+r"], "Redo what was undone"),
    Command(.resumeDraft, .everywhere, ["R"], "Go back to what was half typed"),
    Command(.back, .everywhere, ["q"], "Back; on the first screen, leave"),
    Command(.escape, .everywhere, ["esc"], "Back; never leaves the program"),
    Command(.quit, .everywhere, ["Q"], "Leave the program; everything is saved"),
    Command(.repaint, .everywhere, ["ctrl+l"], "Paint the screen anew"),
    Command(.suspend, .everywhere, ["ctrl+z"], "Suspend; fg brings it back"),

    Command(.homeOpen, .home, ["enter"], "Open the application and its debrief", footer: "open"),
    Command(.homeDone, .home, ["x"], "What is due: it is done", footer: "done"),
    Command(.homeMove, .home, [">"], "What is due: move it to another day", footer: "move"),
    Command(.homeDrop, .home, ["X"], "What is due: drop it", footer: "drop"),
    Command(.homeAdd, .home, ["a"], "Add an application", footer: "add"),
    Command(.homeOutcome, .home, ["o"], "Record how it ended", footer: "outcome"),
    Command(.homePage, .home, ["p"], "The one page that sums it up", footer: "page"),
    Command(.homeFilter, .home, ["/"], "Show only applications with these words", footer: "search"),
    Command(.homeEdit, .home, ["e"], "Edit the application"),
    Command(.homeDelete, .home, ["d"], "Delete the application"),
    Command(.homeDue, .home, ["tab", "shift+tab"], "Between what is due and the applications"),
    Command(.homeSample, .home, ["S"], "Fill an empty store with sample data"),

    Command(.nextPane, .review, ["tab"], "The next pane", footer: "pane"),
    Command(.previousPane, .review, ["shift+tab"], "The pane before"),
    Command(.focusFindings, .review, ["1", "alt+1"], "Strengths and weaknesses"),
    Command(.focusFeedback, .review, ["2", "alt+2"], "Feedback log"),
    Command(.focusChecklist, .review, ["3", "alt+3"], "Checklist"),
    Command(.focusScript, .review, ["4", "alt+4"], "Script of the talk"),
    Command(.focusPreparation, .review, ["5", "alt+5"], "Preparation before the talk"),
    Command(.focusLetters, .review, ["6", "alt+6"], "Letters"),
    Command(.zoom, .review, ["z"], "The pane alone on the screen, and back"),
    Command(.page, .review, ["p"], "The one page that sums it up", footer: "page"),
    Command(.verdict, .review, ["v"], "The verdict and why, with the facts behind it"),
    Command(.improvements, .review, ["T"], "Changes still open: test, close or drop them"),
    Command(.privateNote, .review, ["B"], "A private note, in no count, search or export"),
    Command(.outcome, .review, ["o"], "Record how it ended"),
    Command(.forecast, .review, ["F"], "Seal a forecast before they decide"),
    Command(.promised, .review, ["U"], "They named a day for their answer"),
    Command(.dates, .review, ["alt+d"], "Correct the day of something on file"),
    Command(.afterNo, .review, ["t"], "The days after their no: thanks, and the question"),
    Command(.interview, .review, ["i"], "Add a round of talks, or edit one"),
    Command(.editApplication, .review, ["A"], "Edit the application"),
    Command(.find, .review, ["/"], "Find in the open list"),
    Command(.findNext, .review, ["n"], "The next match"),
    Command(.findPrevious, .review, ["N"], "The match before"),

    Command(.findingAdd, .findings, ["a"], "Add to this column", footer: "add"),
    Command(.findingEdit, .findings, ["e", "enter"], "Edit", footer: "edit"),
    Command(.findingHeavier, .findings, ["+", "="], "Weighs more", footer: "heavier"),
    Command(.findingLighter, .findings, ["-"], "Weighs less"),
    Command(.findingMove, .findings, ["m"], "Move to the next column: right, wrong, outside"),
    Command(
      .findingLink, .findings, ["L"], "Link to the turn or feedback that shows it", footer: "link"),
    Command(.findingFollow, .findings, ["ctrl+o"], "Go to what shows it"),
    Command(.findingFilter, .findings, ["f"], "Only one phase: before, during, after, all"),
    Command(.findingEditor, .findings, ["E"], "Edit the sentence in your editor"),
    Command(.findingDelete, .findings, ["d"], "Delete"),

    Command(.feedbackAdd, .feedback, ["a"], "Log what somebody said", footer: "add"),
    Command(.feedbackAsk, .feedback, ["r"], "Log that you asked", footer: "asked"),
    Command(
      .feedbackEdit, .feedback, ["e", "enter"], "The reply, its slots, the three things",
      footer: "edit"),
    Command(
      .feedbackWeakness, .feedback, ["-"], "Make it a weakness that links back", footer: "weakness"),
    Command(
      .feedbackStrength, .feedback, ["+", "="], "Make it a strength that links back",
      footer: "strength"),
    Command(.feedbackGap, .feedback, ["g"], "What one of the three things says about you"),
    Command(.feedbackCall, .feedback, ["C"], "Call sheet: questions, and room for their words"),
    Command(.feedbackClose, .feedback, ["x"], "Stop waiting: no answer, no blame"),
    Command(.feedbackEditor, .feedback, ["E"], "Write the verbatim in your editor"),
    Command(.feedbackDelete, .feedback, ["d"], "Delete"),

    Command(
      .checklistAnswer, .checklist, ["enter"], "Answer, or take over what is suggested",
      footer: "answer"),
    Command(.checklistNext, .checklist, ["]", "pgdn"], "The next question", footer: "next"),
    Command(.checklistPrevious, .checklist, ["[", "pgup"], "The question before", footer: "back"),
    Command(
      .checklistStep, .checklist, ["}"], "On to the next wanted question, or the next step",
      footer: "step"),
    Command(.checklistSkip, .checklist, ["s"], "Skip, with a reason", footer: "skip"),
    Command(.checklistJump, .checklist, ["g"], "Go to any question"),
    Command(.checklistRest, .checklist, ["r"], "Capture only and rest, or go on with the whole"),
    Command(.checklistEditor, .checklist, ["E"], "Write the answer in your editor"),
    Command(.checklistLetter, .checklist, ["w"], "Write the letter it asks about"),

    Command(.turnAdd, .script, ["a"], "Add a turn: question and answer", footer: "add"),
    Command(.turnEdit, .script, ["e", "enter"], "Edit", footer: "edit"),
    Command(.turnBetter, .script, ["+", "="], "Rate the answer higher", footer: "rate"),
    Command(.turnWorse, .script, ["-"], "Rate the answer lower"),
    Command(.turnMark, .script, ["m"], "Mark it + - ? or not", footer: "mark"),
    Command(.turnWeakness, .script, ["w"], "Make it a weakness that links back"),
    Command(.turnStrength, .script, ["s"], "Make it a strength that links back"),
    Command(.turnUp, .script, ["K"], "Earlier in the script"),
    Command(.turnDown, .script, ["J"], "Later in the script"),
    Command(.turnEditor, .script, ["E"], "Write the answer in your editor"),
    Command(.turnDelete, .script, ["d"], "Delete"),

    Command(.preparationAdd, .preparation, ["a"], "Add to this group", footer: "add"),
    Command(.preparationEdit, .preparation, ["e", "enter"], "Edit", footer: "edit"),
    Command(
      .preparationCycle, .preparation, ["space"], "Tick, or go to the next state", footer: "tick"),
    Command(
      .preparationBank, .preparation, ["b"], "Add a question from the bank", footer: "bank"),
    Command(
      .preparationWeakness, .preparation, ["-"], "Make what was missed a weakness",
      footer: "weakness"),
    Command(
      .preparationRate, .preparation, ["r"], "Rate a fit; say what became of a claim",
      footer: "rate"),
    Command(.preparationFit, .preparation, ["f"], "List what has to fit, both ways"),
    Command(.preparationDelete, .preparation, ["d"], "Delete"),

    Command(.letterAdd, .letters, ["a"], "Begin a letter", footer: "add"),
    Command(.letterOpen, .letters, ["enter", "e"], "Write it, or read it", footer: "write"),
    Command(.letterSend, .letters, ["s"], "It went out: mark it as sent", footer: "sent"),
    Command(.letterAnswer, .letters, ["r"], "An answer came", footer: "answered"),
    Command(.letterCopy, .letters, ["y"], "Copy it, to paste it elsewhere", footer: "copy"),
    Command(.letterWrite, .letters, ["w"], "Write it to a file, as text or as mail"),
    Command(.letterMail, .letters, ["m"], "Open it in the mail program"),
    Command(.letterEditor, .letters, ["E"], "Write it in your editor"),
    Command(.callCard, .letters, ["C"], "Words to say when a no comes by phone"),
    Command(.letterFollow, .letters, ["f"], "What came of all letters so far"),
    Command(.letterDelete, .letters, ["d"], "Delete"),

    Command(.writingSave, .letter, ["ctrl+s"], "Save it and go back", footer: "save"),
    Command(
      .writingNext, .letter, ["tab"], "On: the text, the remarks, the subject", footer: "part"),
    Command(.writingPrevious, .letter, ["shift+tab"], "Back: the subject, the remarks, the text"),
    Command(
      .writingRemark, .letter, ["ctrl+g"], "Go to the place of the next remark", footer: "remark"),
    Command(.writingTo, .letter, ["alt+t"], "To somebody else", footer: "to"),
    Command(
      .writingAnew, .letter, ["alt+n"], "Draft it anew from what is on file"),
    Command(.writingAfresh, .letter, ["ctrl+x"], "Back to what is saved"),
    Command(.writingEditor, .letter, ["ctrl+o"], "Write it in your editor"),
    Command(
      .writingLeave, .letter, ["esc", "ctrl+c"], "Back; what was typed stays as a draft",
      footer: "back"),

    Command(.pageClose, .page, ["p"], "Back to the panes", footer: "back"),

    Command(.agendaOpen, .agenda, ["enter"], "Open where it gets done", footer: "open"),
    Command(.agendaDone, .agenda, ["x"], "It is done", footer: "done"),
    Command(.agendaMove, .agenda, [">"], "Move it to another day", footer: "move"),
    Command(.agendaDrop, .agenda, ["X"], "Drop it", footer: "drop"),

    Command(
      .inboxPlace, .inbox, ["enter", "m"], "Keep it as a note of an application",
      footer: "place"),
    Command(.inboxStrength, .inbox, ["+", "="], "Make it a strength", footer: "strength"),
    Command(.inboxWeakness, .inbox, ["-"], "Make it a weakness", footer: "weakness"),
    Command(.inboxTurn, .inbox, ["t"], "Make it a turn of the script", footer: "turn"),
    Command(.inboxDelete, .inbox, ["d"], "Delete", footer: "delete"),

    Command(.peopleOpen, .people, ["enter"], "Open the latest application", footer: "open"),
    Command(.peopleEdit, .people, ["e"], "Edit", footer: "edit"),
    Command(.peopleAdd, .people, ["a"], "Add someone", footer: "add"),
    Command(.peopleFind, .people, ["/"], "Only those with these words", footer: "search"),

    Command(.resumeEdit, .resumes, ["e", "enter"], "Edit", footer: "edit"),
    Command(.resumeAdd, .resumes, ["a"], "Add a version", footer: "add"),
    Command(.resumeDelete, .resumes, ["d"], "Delete", footer: "delete"),

    Command(.afterNoDone, .afterNo, ["x"], "It is done", footer: "done"),
    Command(.afterNoDrop, .afterNo, ["X"], "Leave it", footer: "leave"),
    Command(.afterNoOpen, .afterNo, ["enter"], "Go to where it gets done", footer: "open"),
  ]

  private static func parted(_ all: [Command]) -> [[Command]] {
    Scope.allCases.map { scope in all.filter { $0.scope == scope } }
  }

  /// The commands of a scope, in order.
  public func commands(_ scope: Scope) -> [Command] {
    Scope.allCases.firstIndex(of: scope).map { byScope[$0] } ?? []
  }

  /// The keymap of each scope.
  var keymaps: [Scope: Keymap<Action>] { own ?? CommandTable.shippedMaps }

  /// Made with the first key and not before. The shipped table is checked by a test, so a conflict
  /// never ships; one that did would leave that scope without keys rather than end the program.
  private static let shippedMaps = maps(shipped)

  private static func maps(_ commands: [Command]) -> [Scope: Keymap<Action>] {
    var maps: [Scope: Keymap<Action>] = [:]
    for scope in Scope.allCases {
      maps[scope] = try? Keymap(rows(commands.filter { $0.scope == scope }))
    }
    return maps
  }

  /// The keys of some commands, one row a key.
  static func rows(_ commands: [Command]) -> [(KeySequence, Action)] {
    commands.flatMap { command in
      command.keys.compactMap { KeySequence($0) }.map { ($0, command.action) }
    }
  }

  /// The row of an action.
  public func command(_ action: Action) -> Command? { all.first { $0.action == action } }

  /// A sentence with the keys of commands in place of their names in braces: `{undo} brings it back`.
  /// A command without a key is reached by its name. Anything else in braces stays.
  func named(_ sentence: String) -> String {
    guard sentence.utf8.contains(UInt8(ascii: "{")) else { return sentence }
    var result = ""
    var rest = Substring(sentence)
    while let open = rest.firstIndex(of: "{") {
      let name = rest[rest.index(after: open)...].prefix { $0 != "}" && $0 != "{" }
      result += rest[..<open]
      guard name.endIndex < rest.endIndex, rest[name.endIndex] == "}",
        let command = Action(rawValue: String(name)).flatMap(command)
      else {
        result += "{"
        rest = rest[rest.index(after: open)...]
        continue
      }
      result += command.keys.isEmpty ? "\(named("{palette}")) \(name)" : command.keyLabel
      rest = rest[rest.index(after: name.endIndex)...]
    }
    return result + rest
  }

  /// What a key alone does in a scope.
  func action(_ key: Key, _ scope: Scope) -> Action? {
    if case .found(let action)? = keymaps[scope]?.match([key]) { action } else { nil }
  }
}
