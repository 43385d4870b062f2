import DebriefExport
import DebriefModel
import DebriefRunner
import DebriefStore

/// Writes everything as Markdown files.
enum VaultExport {
  static func write(_ store: Store, _ session: Session, to path: String) throws {
    let folder = try FolderOutput(path, kind: "markdown")
    var applications: [Application] = []
    var unsorted: [Note] = []
    try store.everything { entity, _ in
      switch entity {
      case .application(let it): applications.append(it)
      case .note(let it) where it.application == nil: unsorted.append(it)
      default: break
      }
    }
    var vault = Vault(applications, now: session.now)
    func put(_ files: [Vault.File]) throws {
      for file in files {
        let text = Output.clean(file.text, for: file.path)
        try folder.add(file.path, text, digest: SHA256.hex(text.utf8))
      }
    }
    for it in applications {
      // One that is deleted meanwhile is none of them any more.
      guard let dossier = try store.dossier(it.id) else { continue }
      try put(
        vault.files(
          dossier, reasons: session.reasons(of: dossier),
          checklists: session.checklists(of: dossier), reader: session.refusalReader(for: dossier)))
    }
    try put(vault.files(unsorted: unsorted.sorted(by: Note.inOrder)))
    try folder.finish()
    folder.tellKept()
  }
}
