import DebriefContent
import DebriefExport
import DebriefModel
import DebriefStore

extension Store {
  /// The application a reference means; with stand-ins for its names where that is asked for (A54).
  /// What a mask cannot know is said, so that nobody trusts it blindly.
  func dossier(_ reference: String, masked: Bool, library: Library) throws -> Dossier {
    let dossier = try dossier(reference)
    guard masked else { return dossier }
    complain(
      "names on file are masked; a name that is only mentioned in a text is not known: read it once"
        + " more before you show it")
    let lists = Mask.Lists(nicknames: library.nicknames(), everyday: library.ordinaryWords())
    return Mask(
      dossier, profile: try profile(), others: try namesOnFile(), lists: lists
    ).dossier(dossier)
  }
}
