// The handlers of the routes (workbench/routes.cc), one file for each idea.
#pragma once

#include "workbench/bench.h"

namespace planmark {

// static_files.cc
Response static_file(Bench& bench, const Visit& visit);

// sign_in_pages.cc
Response sign_in_page(Bench& bench, const Visit& visit);
Response sign_in(Bench& bench, const Visit& visit);
Response sign_out(Bench& bench, const Visit& visit);
Response welcome_page(Bench& bench, const Visit& visit);
Response welcome(Bench& bench, const Visit& visit);

// document_list_page.cc
Response document_list_page(Bench& bench, const Visit& visit);

// desk_page.cc
Response desk_entry(Bench& bench, const Visit& visit);
Response desk_page(Bench& bench, const Visit& visit);
Response page_part(Bench& bench, const Visit& visit);
Response save_answer(Bench& bench, const Visit& visit);
Response redraft(Bench& bench, const Visit& visit);

Response quote_at(Bench& bench, const Visit& visit);

// document_page.cc
Response document_page(Bench& bench, const Visit& visit);
Response save_comment(Bench& bench, const Visit& visit);

// changes_page.cc
Response changes_page(Bench& bench, const Visit& visit);

// question_page.cc
Response question_list_page(Bench& bench, const Visit& visit);
Response question_page(Bench& bench, const Visit& visit);

// search_page.cc
Response search_page(Bench& bench, const Visit& visit);

// record_page.cc
Response record_page(Bench& bench, const Visit& visit);
Response events_page(Bench& bench, const Visit& visit);

// people_pages.cc
Response people_page(Bench& bench, const Visit& visit);
Response add_person_form(Bench& bench, const Visit& visit);
Response change_person_form(Bench& bench, const Visit& visit);
Response make_link(Bench& bench, const Visit& visit);
Response conflict_form(Bench& bench, const Visit& visit);

// progress_page.cc
Response progress_page(Bench& bench, const Visit& visit);
Response upload_assignments(Bench& bench, const Visit& visit);
Response spread_assignments(Bench& bench, const Visit& visit);
Response pick_second_marks(Bench& bench, const Visit& visit);
Response set_sample_form(Bench& bench, const Visit& visit);

// disagreement_pages.cc
Response disagreement_list_page(Bench& bench, const Visit& visit);
Response adjudicate_page(Bench& bench, const Visit& visit);
Response adjudicate(Bench& bench, const Visit& visit);

// agreement_page.cc
Response agreement_page(Bench& bench, const Visit& visit);

// reply_pages.cc
Response reply_list_page(Bench& bench, const Visit& visit);
Response send_pack(Bench& bench, const Visit& visit);
Response reply_form(Bench& bench, const Visit& visit);
Response finish_pack(Bench& bench, const Visit& visit);

// api.cc
Response api_me(Bench& bench, const Visit& visit);
Response api_documents(Bench& bench, const Visit& visit);
Response api_standing(Bench& bench, const Visit& visit);
Response api_answer(Bench& bench, const Visit& visit);
Response api_record(Bench& bench, const Visit& visit);

// page_image.cc
Response page_image(Bench& bench, const Visit& visit);
Response page_words(Bench& bench, const Visit& visit);

}  // namespace planmark
