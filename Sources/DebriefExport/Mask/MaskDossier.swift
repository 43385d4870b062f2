import DebriefModel

extension Mask {
  /// The dossier with stand-ins in every field that holds words; each says itself what it is. Days and
  /// marks stay: they name nobody; an id stays unless it spells a name.
  public func dossier(_ dossier: Dossier) -> Dossier {
    var rewriting = Rewriting()
    rewriting.id = id
    rewriting.words = { words, mask in
      switch mask {
      case .text: text(words)
      case .name: name(words)
      case .link: link(words)
      case .email: email(words)
      case .phone: phone(words)
      case .code: code(words)
      }
    }
    return dossier.rewritten(rewriting)
  }

  /// All words and ids of a dossier, in the order in which it lists them.
  static func words(in dossier: Dossier) -> [String] {
    var all: [String] = []
    var rewriting = Rewriting()
    rewriting.id = {
      all.append($0.text)
      return $0
    }
    rewriting.words = { words, _ in
      all.append(words)
      return words
    }
    _ = dossier.rewritten(rewriting)
    return all
  }
}
