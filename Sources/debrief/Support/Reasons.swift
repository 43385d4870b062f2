import DebriefContent
import DebriefModel

/// Content for the commands: no more of it than an application needs, for parsing takes time.
extension Session {
  /// The reasons, when a finding or a reply names one.
  func reasons(of dossier: Dossier) -> [Reason] {
    let isNamed =
      dossier.findings.contains { !$0.reason.isEmpty }
      || dossier.feedback.contains { $0.three.contains { !$0.reason.isEmpty } }
    return isNamed ? library.reasons() : []
  }

  /// The items of the checklists that an application's debriefs follow, by their ids.
  func items(of dossier: Dossier) -> [String: Item] {
    var items: [String: Item] = [:]
    let used = Set(dossier.responses.map(\.debrief))
    for branch in Set(dossier.debriefs.filter { used.contains($0.id) }.map(\.branch)) {
      for item in library.content(only: branch).checklists[branch]?.items ?? [] {
        items[item.id] = item
      }
    }
    return items
  }
}
