#include "review/packed.h"

#include <bit>

namespace planmark {
namespace {

constexpr std::size_t word_size = 28;
constexpr std::size_t sentence_size = 12;
constexpr std::size_t mention_size = 12;

void put(std::uint32_t value, std::string& blob) {
  const char bytes[] = {static_cast<char>(value), static_cast<char>(value >> 8),
                        static_cast<char>(value >> 16), static_cast<char>(value >> 24)};
  blob.append(bytes, sizeof bytes);
}

void put(float value, std::string& blob) { put(std::bit_cast<std::uint32_t>(value), blob); }

std::uint32_t u32_at(std::string_view blob, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i)
    value |= static_cast<std::uint32_t>(static_cast<unsigned char>(blob[at + i])) << (8 * i);
  return value;
}

float f32_at(std::string_view blob, std::size_t at) { return std::bit_cast<float>(u32_at(blob, at)); }

}  // namespace

void pack(const Word& word, std::string& blob) {
  put(word.span.begin, blob);
  put(word.span.end, blob);
  put(word.box.x0, blob);
  put(word.box.y0, blob);
  put(word.box.x1, blob);
  put(word.box.y1, blob);
  put(word.style, blob);
}

void pack(const Mention& mention, std::string& blob) {
  put(mention.sentence, blob);
  put(mention.span.begin, blob);
  put(mention.span.end, blob);
}

std::string pack(std::span<const Sentence> sentences) {
  std::string blob;
  blob.reserve(sentences.size() * sentence_size);
  for (const Sentence& sentence : sentences) {
    put(sentence.span.begin, blob);
    put(sentence.span.end, blob);
    put(sentence.block, blob);
  }
  return blob;
}

bool unpack_words(std::string_view blob, std::uint32_t page, std::vector<Word>& words) {
  if (blob.size() % word_size != 0) return false;
  for (std::size_t at = 0; at < blob.size(); at += word_size) {
    const Span span{u32_at(blob, at), u32_at(blob, at + 4)};
    const Box box{f32_at(blob, at + 8), f32_at(blob, at + 12), f32_at(blob, at + 16), f32_at(blob, at + 20)};
    words.push_back({span, box, page, u32_at(blob, at + 24)});
  }
  return true;
}

bool unpack_mentions(std::string_view blob, std::uint32_t rule, std::vector<Mention>& mentions) {
  if (blob.size() % mention_size != 0) return false;
  for (std::size_t at = 0; at < blob.size(); at += mention_size)
    mentions.push_back({rule, u32_at(blob, at), {u32_at(blob, at + 4), u32_at(blob, at + 8)}});
  return true;
}

std::optional<std::vector<Sentence>> unpack_sentences(std::string_view blob) {
  if (blob.size() % sentence_size != 0) return std::nullopt;
  std::vector<Sentence> sentences;
  for (std::size_t at = 0; at < blob.size(); at += sentence_size)
    sentences.push_back({{u32_at(blob, at), u32_at(blob, at + 4)}, u32_at(blob, at + 8)});
  return sentences;
}

}  // namespace planmark
