/// The words from which the models of languages learn.
enum EncodingTexts {}
