package org.panelhub.sharing.desk;

import java.util.List;

import org.panelhub.page.Choice;
import org.panelhub.sharing.Nature;

import io.quarkus.qute.TemplateData;

/** What may be chosen in the form of an item. */
@TemplateData
public record ItemChoices(List<Choice> natures, List<Choice> markings, List<Choice> codes, List<Choice> sources, List<Choice> assessments) {

    static final ItemChoices ALL = new ItemChoices(Choice.of(Nature.class, Nature::label), ItemForm.MARKINGS, ItemForm.CODES, ItemForm.SOURCES, ItemForm.ASSESSMENTS);
}
