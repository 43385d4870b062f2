import DebriefContent
import DebriefModel
import DebriefRunner

/// Content for the commands: no more of it than an application needs, for parsing takes time.
extension Session {
  /// The reasons, when a finding or a reply names one.
  func reasons(of dossier: Dossier) -> [Reason] {
    let isNamed =
      dossier.findings.contains { !$0.reason.isEmpty }
      || dossier.feedback.contains { $0.three.contains { !$0.reason.isEmpty } }
    return isNamed ? library.reasons() : []
  }

  /// What reads their words, when there are some; the file is asked for only then.
  func refusalReader(for dossier: Dossier) -> RefusalReader? {
    let isSaid = dossier.events.contains { $0.kind == .refused && !$0.words.isEmpty }
    return isSaid ? RefusalReader(library.refusals().words) : nil
  }

  /// The checklists that an application's debriefs follow.
  func checklists(of dossier: Dossier) -> [Branch: Checklist] {
    var checklists: [Branch: Checklist] = [:]
    let used = Set(dossier.responses.map(\.debrief))
    for branch in Set(dossier.debriefs.filter { used.contains($0.id) }.map(\.branch)) {
      checklists[branch] = library.content(only: branch).checklists[branch]
    }
    // Some may have been answered while it had ended differently.
    let known = Set(checklists.values.flatMap { $0.items.map(\.id) })
    if dossier.responses.contains(where: { !known.contains($0.item) }) {
      for branch in Branch.allCases where checklists[branch] == nil {
        checklists[branch] = library.content(only: branch).checklists[branch]
      }
    }
    return checklists
  }
}
