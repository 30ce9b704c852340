#include "analyze/settings.h"

#include <array>

namespace planmark {
namespace {

constexpr std::array<SettingKey, 0> rag_settings = {};
constexpr std::array<SettingKey, 0> yes_no_settings = {};
constexpr std::array<SettingKey, 0> select_settings = {};
constexpr std::array<SettingKey, 0> named_person_settings = {};

}  // namespace

std::span<const SettingKey> settings_of(AnswerType type) {
  switch (type) {
    case AnswerType::rag:
      return rag_settings;
    case AnswerType::yes_no:
      return yes_no_settings;
    case AnswerType::single_select:
    case AnswerType::multi_select:
      return select_settings;
    case AnswerType::named_person:
      return named_person_settings;
    case AnswerType::free_text:
      return {};
  }
  return {};
}

}  // namespace planmark
