/// How English is written on either side of the Atlantic, for a machine that has one dictionary only: a
/// word the one does not know may be the other's way of writing a word it knows. Only known ways count: a
/// typo must not pass for British.
enum RegionalForms {
  /// The other of the two; nil for another language.
  static func other(_ language: String) -> String? {
    switch language {
    case "en_US", "en": "en_GB"
    case "en_GB", "en_AU", "en_NZ", "en_IE", "en_ZA", "en_IN": "en_US"
    default: nil
    }
  }

  /// Beginnings or middles of words, British first.
  private static let stems: [(british: String, american: String)] =
    [
      "arm", "behavi", "cand", "clam", "col", "demean", "endeav", "fav", "ferv", "flav", "glam",
      "harb", "hon", "hum", "lab", "misdemean", "neighb", "od", "parl", "ranc", "rig", "rum", "sav",
      "splend", "tum", "val", "vap", "vig", "arb", "enam", "sav", "succ",
    ].map { ($0 + "our", $0 + "or") } + [
      ("centre", "center"), ("centring", "centering"), ("theatre", "theater"), ("metre", "meter"),
      ("litre", "liter"), ("fibre", "fiber"), ("calibre", "caliber"), ("lustre", "luster"),
      ("spectre", "specter"), ("sombre", "somber"), ("meagre", "meager"), ("sabre", "saber"),
      ("defence", "defense"), ("offence", "offense"), ("licence", "license"),
      ("pretence", "pretense"), ("practise", "practice"), ("practising", "practicing"),
      ("programme", "program"), ("cheque", "check"), ("grey", "gray"), ("tyre", "tire"),
      ("kerb", "curb"), ("storey", "story"), ("plough", "plow"), ("mould", "mold"),
      ("sceptic", "skeptic"), ("jewellery", "jewelry"), ("aluminium", "aluminum"),
      ("pyjamas", "pajamas"), ("catalogue", "catalog"), ("analogue", "analog"),
      ("dialogue", "dialog"), ("judgement", "judgment"), ("acknowledgement", "acknowledgment"),
      ("enrolment", "enrollment"), ("fulfilment", "fulfillment"), ("instalment", "installment"),
      ("skilful", "skillful"), ("wilful", "willful"), ("fulfil", "fulfill"), ("enrol", "enroll"),
      ("whilst", "while"), ("amongst", "among"), ("learnt", "learned"), ("spelt", "spelled"),
      ("dreamt", "dreamed"), ("leapt", "leaped"), ("ageing", "aging"), ("cosy", "cozy"),
      ("moustache", "mustache"), ("paediatr", "pediatr"), ("anaesthe", "anesthe"),
      ("orthopaed", "orthoped"), ("encyclopaed", "encycloped"), ("haemo", "hemo"),
      ("oestrogen", "estrogen"), ("foetus", "fetus"), ("manoeuvre", "maneuver"),
      ("archaeolog", "archeolog"), ("draught", "draft"), ("artefact", "artifact"),
    ]

  /// Endings of words of at least six letters.
  private static let endings: [(british: String, american: String)] = [
    ("isation", "ization"), ("isations", "izations"), ("ise", "ize"), ("ised", "ized"),
    ("ises", "izes"), ("ising", "izing"), ("iser", "izer"), ("isers", "izers"), ("yse", "yze"),
    ("ysed", "yzed"), ("yses", "yzes"), ("ysing", "yzing"), ("lling", "ling"), ("lled", "led"),
    ("ller", "ler"), ("llers", "lers"), ("isable", "izable"),
  ]

  /// The ways a word of the other side would be written here.
  static func forms(_ word: String, in language: String) -> Set<String> {
    let isAmerican = language == "en_US" || language == "en"
    let low = word.lowercased()
    var forms: Set<String> = []
    for pair in stems {
      let (from, to) = isAmerican ? (pair.british, pair.american) : (pair.american, pair.british)
      guard let place = low.firstRange(of: from) else { continue }
      forms.insert(String(low[..<place.lowerBound]) + to + String(low[place.upperBound...]))
    }
    for pair in endings where low.utf8.count >= 6 {
      let (from, to) = isAmerican ? (pair.british, pair.american) : (pair.american, pair.british)
      if low.hasSuffix(from) { forms.insert(String(low.dropLast(from.count)) + to) }
    }
    forms.remove(low)
    return forms
  }
}
