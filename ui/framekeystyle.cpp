// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/framekeystyle.h"

#include "ui/stylepainting.h"

#include <QLineEdit>
#include <QPainter>
#include <QStyleOption>

namespace framekey
{

namespace
{

constexpr int fieldPadding = 8;
constexpr int fieldHeightPadding = 12;
constexpr int buttonPadding = 12;
constexpr int linkPadding = 5;
constexpr int indicatorSize = 18;

bool isPrimary(const QWidget *widget)
{
    return widget && widget->property("primary").toBool();
}

bool isInComboBox(const QWidget *widget)
{
    return widget && widget->parentWidget() && widget->parentWidget()->inherits("QComboBox");
}

} // namespace

FramekeyStyle::FramekeyStyle() : QProxyStyle(QStringLiteral("fusion"))
{
}

void FramekeyStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                  const QWidget *widget) const
{
    switch (element) {
    case PE_PanelLineEdit:
        if (!isInComboBox(widget) && option->rect.isValid())
            paintField(*painter, *option, widget && widget->property("problem").toBool());
        return;
    case PE_IndicatorCheckBox:
        return paintCheckBox(*painter, *option);
    case PE_IndicatorRadioButton:
        return paintRadioButton(*painter, *option);
    case PE_IndicatorItemViewItemDrop:
        if (!option->rect.isNull())
            paintDropLine(*painter, *option);
        return;
    case PE_FrameFocusRect:
        if (option->state.testFlag(State_KeyboardFocusChange))
            paintFocusRing(*painter, *option);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void FramekeyStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                                const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (element == CE_PushButton && button)
        return paintPushButton(*painter, *button, isPrimary(widget));
    if (element == CE_ComboBoxLabel && box)
        return paintComboLabel(*painter, *box,
                               subControlRect(CC_ComboBox, box, SC_ComboBoxEditField, widget));
    QProxyStyle::drawControl(element, option, painter, widget);
}

void FramekeyStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                       QPainter *painter, const QWidget *widget) const
{
    if (control == CC_ComboBox)
        return paintComboBox(*painter, *option, subControlRect(control, option, SC_ComboBoxArrow, widget));
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QSize FramekeyStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                      const QWidget *widget) const
{
    const int line = option ? option->fontMetrics.height() : 0;
    switch (type) {
    case CT_PushButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        const bool primary = isPrimary(widget);
        const bool link = button && button->features.testFlag(QStyleOptionButton::Flat);
        const int padding = link ? linkPadding : primary ? buttonPadding + 4 : buttonPadding;
        const QSize text = button ? button->fontMetrics.size(Qt::TextShowMnemonic, button->text) : size;
        return {text.width() + 2 * padding, line + (primary ? 16 : 12)};
    }
    case CT_LineEdit:
        return {size.width() + 2 * fieldPadding, line + fieldHeightPadding};
    case CT_ComboBox:
        return {size.width() + 2 * fieldPadding + line, line + fieldHeightPadding};
    default:
        return QProxyStyle::sizeFromContents(type, option, size, widget);
    }
}

QRect FramekeyStyle::subElementRect(SubElement element, const QStyleOption *option,
                                    const QWidget *widget) const
{
    if (element == SE_LineEditContents && !isInComboBox(widget))
        return option->rect.adjusted(fieldPadding, 0, -fieldPadding, 0);
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect FramekeyStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                    SubControl subControl, const QWidget *widget) const
{
    if (control != CC_ComboBox || subControl == SC_ComboBoxListBoxPopup)
        return QProxyStyle::subControlRect(control, option, subControl, widget);
    const int arrow = option->fontMetrics.height() + fieldPadding;
    QRect rect = option->rect;
    if (subControl == SC_ComboBoxArrow)
        rect.setLeft(rect.right() - arrow + 1);
    else if (subControl == SC_ComboBoxEditField)
        rect.adjust(fieldPadding, 1, -arrow, -1);
    return visualRect(option->direction, option->rect, rect);
}

int FramekeyStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return indicatorSize;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 8;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

} // namespace framekey
