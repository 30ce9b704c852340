#include "analyze/settings.h"

#include <array>

namespace planmark {
namespace {

template <std::size_t A, std::size_t B>
constexpr std::array<SettingKey, A + B> joined(const std::array<SettingKey, A>& a,
                                               const std::array<SettingKey, B>& b) {
  std::array<SettingKey, A + B> all{};
  for (std::size_t i = 0; i < A; ++i) all[i] = a[i];
  for (std::size_t i = 0; i < B; ++i) all[A + i] = b[i];
  return all;
}

// What a sentence must be to count (analyze/finding.h), and what a draft shows for itself (analyze/proof.h),
// and how sure it is (analyze/confidence.h).
constexpr std::array sentence_settings = {
    SettingKey{"scope"},
    SettingKey{"child_concepts"},
    SettingKey{"positions"},
    SettingKey{"owners"},
    SettingKey{"least_modality"},
    SettingKey{"denial"},
    SettingKey{"time"},
    SettingKey{"require_cues"},
    SettingKey{"action_concepts"},
    SettingKey{"action_cues"},
    SettingKey{"reach"},
    SettingKey{"follow_cues"},
    SettingKey{"section_cues"},
    SettingKey{"reject_section_cues"},
    SettingKey{"reject_cues"},
    SettingKey{"heading_cues"},
    SettingKey{"strong_cues"},
    SettingKey{"list_concepts"},
    SettingKey{"list_limit", false},
    SettingKey{"evidence_limit", false},
    SettingKey{"counter_limit", false},
    SettingKey{"unreadable_share", false},
    SettingKey{"least_words", false},
    SettingKey{"sure_yes", false},
    SettingKey{"sure_yes_quotes", false},
    SettingKey{"sure_yes_pages", false},
    SettingKey{"sure_some", false},
    SettingKey{"sure_some_quotes", false},
    SettingKey{"sure_some_pages", false},
    SettingKey{"sure_no", false},
    SettingKey{"sure_absent", false},
    SettingKey{"sure_doubt", false},
    SettingKey{"sure_medium", false},
    SettingKey{"sure_high", false},
};

// The rubric's clauses (analyze/decide_rag.cc).
constexpr std::array clause_settings = {
    SettingKey{"k1_items", false},
    SettingKey{"k1_details", false},
    SettingKey{"k1_few_items", false},
    SettingKey{"k1_few_details", false},
    SettingKey{"k2_items", false},
    SettingKey{"k2_pages", false},
    SettingKey{"k2_section_words", false},
    SettingKey{"k2_whole_document", false},
    SettingKey{"k3_cues"},
    SettingKey{"k3_modality"},
    SettingKey{"floor_modality"},
    SettingKey{"rival_cues"},
    SettingKey{"limit_cues"},
    SettingKey{"limit_reach"},
    SettingKey{"yes_clauses", false},
    SettingKey{"yes_needs"},
    SettingKey{"yes_aspects", false},
    SettingKey{"some_aspects", false},
    SettingKey{"some_items", false},
    SettingKey{"some_details", false},
    SettingKey{"partly_items", false},
    SettingKey{"child_flag", false},
};

// Where the sentences of an option have to stand (analyze/decide_single.cc).
constexpr std::array choice_settings = {
    SettingKey{"least_items", false},
    SettingKey{"least_sections", false},
    SettingKey{"section_words", false},
    SettingKey{"whole_document"},
};

constexpr auto rag_settings = joined(sentence_settings, clause_settings);
constexpr auto single_select_settings = joined(sentence_settings, choice_settings);

// Whether a lead below the board counts, and what is shown beside the answer (analyze/named_lead.cc).
constexpr std::array named_person_settings = {
    SettingKey{"below_board", false},
    SettingKey{"counter_concepts"},
    SettingKey{"unreadable_share", false},
    SettingKey{"least_words", false},
};

}  // namespace

std::span<const SettingKey> sentence_keys() { return sentence_settings; }

std::span<const SettingKey> settings_of(AnswerType type) {
  switch (type) {
    case AnswerType::rag:
      return rag_settings;
    case AnswerType::yes_no:
      return sentence_settings;
    case AnswerType::single_select:
      return single_select_settings;
    case AnswerType::multi_select:
      return sentence_settings;
    case AnswerType::named_person:
      return named_person_settings;
    case AnswerType::free_text:
      return sentence_settings;
  }
  return {};
}

}  // namespace planmark
